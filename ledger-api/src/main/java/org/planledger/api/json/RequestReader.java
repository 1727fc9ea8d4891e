package org.planledger.api.json;

import java.time.InstantSource;
import org.planledger.api.problem.ProblemException;
import org.planledger.core.terms.TermsBook;
import tools.jackson.databind.JsonNode;

/// Turns the JSON of a request into its record, or into every flaw it has.
public final class RequestReader {
  private final TermsBook terms;
  private final InstantSource clock;
  private final RequestLimits limits;

  public RequestReader(TermsBook terms, InstantSource clock, RequestLimits limits) {
    this.terms = terms;
    this.clock = clock;
    this.limits = limits;
  }

  /// The request in this JSON; throws [ProblemException] with all flaws if it is not one.
  public <R extends Record> R read(JsonNode body, Class<R> type) {
    var reading = new Reading(terms, clock.instant(), limits);
    var value = reading.record(body, RequestShape.of(type), Pointer.ROOT);
    if (value == null || !reading.flaws().isEmpty()) {
      throw ProblemException.malformed(reading.flaws());
    }
    return type.cast(value);
  }
}
