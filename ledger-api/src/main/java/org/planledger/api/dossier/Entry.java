package org.planledger.api.dossier;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.planledger.core.rule.RefusalCode;

/// One line of a timeline: something that happened, or something that was refused.
///
/// @param line its place in the timeline, from 1
/// @param recordedAt when the ledger recorded it
/// @param at when it happened in the customer's world
/// @param day the contract day of that, in the zone of the plan
/// @param enteredLate whether it was recorded on a later contract day
/// @param type of the event, or of the command that was refused
/// @param sequence its place in the history of the plan; none for a refusal
/// @param position its place in the whole ledger; none for a refusal
/// @param decision the number of the decision behind it
/// @param terms the edition of the terms that it was decided by
@JsonInclude(Include.NON_NULL)
record Entry(
    int line,
    Kind kind,
    Instant recordedAt,
    Instant at,
    LocalDate day,
    boolean enteredLate,
    String type,
    @Nullable UUID caseId,
    @Nullable Long sequence,
    @Nullable Long position,
    @Nullable Long decision,
    String client,
    String actor,
    @Nullable String terms,
    List<RefusalCode> codes,
    List<Reason> reasons,
    List<Fact> facts) {

  /// What a line is about.
  enum Kind {
    EVENT,
    REFUSAL
  }

  boolean refused() {
    return kind == Kind.REFUSAL;
  }

  /// The rules that did not hold.
  List<Reason> grounds() {
    return reasons.stream().filter(reason -> !reason.holds()).toList();
  }

  Entry at(int otherLine) {
    return new Entry(
        otherLine,
        kind,
        recordedAt,
        at,
        day,
        enteredLate,
        type,
        caseId,
        sequence,
        position,
        decision,
        client,
        actor,
        terms,
        codes,
        reasons,
        facts);
  }
}
