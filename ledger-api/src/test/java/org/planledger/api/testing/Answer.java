package org.planledger.api.testing;

import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the ledger answered.
public record Answer(int status, HttpHeaders headers, String body) {

  private static final JsonMapper JSON = JsonMapper.shared();

  /// The body as JSON.
  public JsonNode json() {
    return JSON.readTree(body);
  }

  /// The part of the body that a JSON pointer names; a missing node if there is none.
  public JsonNode at(String pointer) {
    return json().at(pointer);
  }

  /// The text that a JSON pointer names.
  public String text(String pointer) {
    JsonNode found = at(pointer);
    if (!found.isString()) {
      throw new AssertionError("There is no text at " + pointer + " in " + this);
    }
    return found.stringValue();
  }

  /// The codes of a refusal, in their order.
  public List<String> codes() {
    return at("/codes").valueStream().map(JsonNode::stringValue).toList();
  }

  public Optional<String> header(String name) {
    return headers.firstValue(name);
  }

  /// The same answer if it has this status; says all there is to know otherwise.
  public Answer expect(int wanted) {
    if (status != wanted) {
      throw new AssertionError("Expected " + wanted + " and got " + this);
    }
    return this;
  }

  @Override
  public String toString() {
    return status + " " + headers.map() + " " + body;
  }
}
