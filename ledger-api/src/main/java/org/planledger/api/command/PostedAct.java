package org.planledger.api.command;

import jakarta.servlet.http.HttpServletRequest;
import org.planledger.core.axon.Caller;
import org.planledger.core.store.Bytes;
import tools.jackson.databind.JsonNode;

/// A request that changes something and is no command on a plan: who asks, under which key, and
/// what the body says.
///
/// @param fingerprint by what a repeat of the same request is known
public record PostedAct(Caller caller, String key, Bytes fingerprint, JsonNode body) {

  /// Reads it; throws [org.planledger.api.problem.ProblemException] without a key, or if the body
  /// is no JSON.
  public static PostedAct of(HttpServletRequest request) {
    var head = Head.ofCommand(request);
    var json = Body.json(request);
    return new PostedAct(
        head.caller(), head.key().orElseThrow(), Fingerprint.of(request, json), json);
  }
}
