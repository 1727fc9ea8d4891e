package org.planledger.api.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// The examples of the description: one file for each, beside the classes.
final class Examples {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Examples() {}

  /// What is sent to an operation; none if it takes no body.
  static Optional<Object> request(String operation) {
    return read(operation + ".request.json");
  }

  /// What an operation answers.
  static Optional<Object> answer(String operation) {
    return read(operation + ".answer.json");
  }

  private static Optional<Object> read(String name) {
    try (var stream = Examples.class.getResourceAsStream("/openapi/examples/" + name)) {
      return stream == null
          ? Optional.empty()
          : Optional.of(MAPPER.readValue(stream, Object.class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
