package org.planledger.api.json;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.planledger.api.problem.Flaw;
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
    return read(Flaw.Place.BODY, body, type);
  }

  /// The request in these parameters; throws [ProblemException] with all flaws if it is not one.
  ///
  /// @param parameters every value of every parameter
  public <R extends Record> R read(Map<String, List<String>> parameters, Class<R> type) {
    return read(Flaw.Place.QUERY, Parameters.json(parameters, RequestShape.of(type)), type);
  }

  private <R extends Record> R read(Flaw.Place place, JsonNode node, Class<R> type) {
    var reading = new Reading(place, terms, clock.instant(), limits);
    var value = reading.record(node, RequestShape.of(type), Pointer.ROOT);
    if (value == null || !reading.flaws().isEmpty()) {
      throw ProblemException.malformed(reading.flaws());
    }
    return type.cast(value);
  }
}
