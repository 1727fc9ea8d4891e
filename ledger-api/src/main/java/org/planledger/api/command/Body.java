package org.planledger.api.command;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.planledger.api.json.StrictJson;
import org.planledger.api.problem.Flaw;
import org.planledger.api.problem.FlawCode;
import org.planledger.api.problem.ProblemException;
import org.planledger.api.problem.ProblemType;
import tools.jackson.databind.JsonNode;

/// Takes in the body of a request, as far as any request needs to go.
public final class Body {
  /// The largest body, in bytes.
  static final int MAX_LENGTH_BYTES = 1_000_000;

  private Body() {}

  /// The JSON of a request; throws [ProblemException] if it is too large or is none.
  public static JsonNode json(HttpServletRequest request) {
    if (request.getContentLengthLong() > MAX_LENGTH_BYTES) {
      throw tooLarge();
    }
    // A length need not be told, and need not be true.
    var body = bytes(request);
    if (body.length > MAX_LENGTH_BYTES) {
      throw tooLarge();
    }
    return StrictJson.read(body);
  }

  private static byte[] bytes(HttpServletRequest request) {
    try {
      return request.getInputStream().readNBytes(MAX_LENGTH_BYTES + 1);
    } catch (IOException e) {
      throw ProblemException.malformed(
          Flaw.inBody("", FlawCode.NOT_JSON, "the body broke off before its end"));
    }
  }

  private static ProblemException tooLarge() {
    return ProblemException.of(
        ProblemType.TOO_LARGE, "The body is larger than %,d bytes.".formatted(MAX_LENGTH_BYTES));
  }
}
