package org.planledger.api.moment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.planledger.api.problem.Flaw;
import org.planledger.api.problem.FlawCode;
import org.planledger.api.problem.ProblemException;

/// One point of the past as a request names it, or nothing, which means now. At most one of the
/// parameters has a value.
public final class Asked {
  /// The parameter that names a moment of recording.
  public static final String AS_OF = "asOf";

  /// The parameter that names a position of the ledger.
  public static final String AT_POSITION = "atPosition";

  private static final String AT_SEQUENCE = "atSequence";

  /// A parameter with what was sent of it.
  record Sent<T>(String name, Optional<T> value) {}

  private final Sent<Instant> moment;
  private final Sent<Long> position;
  private final Sent<Long> sequence;

  private Asked(Sent<Instant> moment, Sent<Long> position, Sent<Long> sequence) {
    this.moment = moment;
    this.position = position;
    this.sequence = sequence;
    var given =
        Stream.of(moment, position, sequence)
            .filter(parameter -> parameter.value().isPresent())
            .map(Sent::name)
            .toList();
    if (given.size() > 1) {
      throw ProblemException.malformed(
          Flaw.inQuery(
              given.getLast(),
              FlawCode.DOES_NOT_FIT,
              "one point of the past is asked for; send one of " + String.join(", ", given)));
    }
  }

  /// A point of the whole ledger; throws [ProblemException] if it is named twice.
  public static Asked of(Optional<Instant> asOf, Optional<Long> atPosition) {
    return of(asOf, atPosition, Optional.empty());
  }

  /// A point of the ledger or of the history of one plan.
  public static Asked of(
      Optional<Instant> asOf, Optional<Long> atPosition, Optional<Long> atSequence) {
    return new Asked(
        new Sent<>(AS_OF, asOf),
        new Sent<>(AT_POSITION, atPosition),
        new Sent<>(AT_SEQUENCE, atSequence));
  }

  /// One of several points that a request names.
  ///
  /// @param end what the names of its parameters begin with
  public static Asked end(
      String end, Optional<Instant> asOf, Optional<Long> position, Optional<Long> sequence) {
    return new Asked(
        new Sent<>(end + "AsOf", asOf),
        new Sent<>(end + "Position", position),
        new Sent<>(end + "Sequence", sequence));
  }

  /// Whether now is meant.
  public boolean isNow() {
    return moment.value().isEmpty() && position.value().isEmpty() && sequence.value().isEmpty();
  }

  /// The names of the parameters that could have named it.
  public List<String> names() {
    return List.of(sequence.name(), position.name(), moment.name());
  }

  Sent<Instant> moment() {
    return moment;
  }

  Sent<Long> position() {
    return position;
  }

  /// The sequence in the history of a plan, if that is what it is named by.
  public Optional<Long> sequence() {
    return sequence.value();
  }

  /// The problem of a sequence that the plan has not reached.
  public ProblemException noSuchSequence(long last) {
    return ProblemException.malformed(
        Flaw.inQuery(
            sequence.name(),
            FlawCode.OUT_OF_RANGE,
            "the last event of this plan has the sequence " + last));
  }
}
