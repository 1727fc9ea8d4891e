package org.planledger.api.command;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.planledger.api.json.CanonicalJson;
import org.planledger.core.store.Bytes;
import tools.jackson.databind.JsonNode;

/// By what a repeated request is known: the SHA-256 of its method, its path and its body in
/// canonical form, each on a line of its own.
final class Fingerprint {

  private Fingerprint() {}

  static Bytes of(HttpServletRequest request, JsonNode body) {
    var head = request.getMethod() + "\n" + request.getRequestURI() + "\n";
    var digest = sha256();
    digest.update(head.getBytes(StandardCharsets.UTF_8));
    return Bytes.of(digest.digest(CanonicalJson.bytes(body)));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
