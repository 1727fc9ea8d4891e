package org.planledger.api.finance.exceptions;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.planledger.api.answer.MoneyAnswer;
import org.planledger.api.finance.findings.ExceptionRow;
import org.planledger.api.finance.matches.DecidedAnswer;
import org.planledger.api.finance.matches.Links;
import org.planledger.api.finance.matches.MatchAnswer.LinePlaceAnswer;
import org.planledger.core.finance.book.Handling;
import org.planledger.core.finance.matching.AgeBand;
import org.planledger.core.finance.matching.ExceptionKind;
import org.planledger.core.finance.matching.MatchingRules;
import org.planledger.core.finance.matching.Severity;
import org.planledger.core.finance.settlement.LineKey;

/// Something that does not go together, what is done about it, and what to do next.
@Schema(name = "FeeException")
record ExceptionAnswer(
    @Schema(description = "The same trouble has the same id in every run.") String exceptionId,
    @Schema(description = "The run that has found it.") long run,
    ExceptionKind kind,
    Handling.State state,
    @Schema(description = "Whose it is.") @Nullable String owner,
    @Schema(description = "What it waits for.") @Nullable String waitsFor,
    @Schema(description = "By what it was explained, or why it is looked at again.")
        @Nullable String explanation,
    @Schema(description = "The worse of its amount and its age.") Severity severity,
    @Schema(description = "In working days, today.") int ageWorkingDays,
    AgeBand ageBand,
    MoneyAnswer amount,
    LocalDate since,
    @Nullable String feeId,
    @Schema(description = "Its lines; the first hundred, if they are more.") List<String> lineKeys,
    @Nullable LinePlaceAnswer firstLine,
    @Schema(description = "What could be meant, best first.") List<CandidateAnswer> candidates,
    String reason,
    String nextStep,
    List<NoteAnswer> notes,
    @Schema(description = "What people have decided about its fee and lines since that run.")
        List<DecidedAnswer> decidedSince,
    @Schema(description = "Where to look next.") Map<String, String> links) {

  private static final int LINES_AT_MOST = 100;

  /// Something written down about it.
  @Schema(name = "ExceptionNote")
  record NoteAnswer(@Schema(description = "The entry of the books.") long entry, String text) {}

  /// By what day and by which rules ages and severities are told.
  record Scale(LocalDate today, MatchingRules rules) {}

  static ExceptionAnswer of(
      ExceptionRow row, Handling handling, List<DecidedAnswer> decidedSince, Scale scale) {
    var item = row.item();
    int age = scale.rules().workingDays().between(item.since(), scale.today());
    var place =
        row.file()
            .flatMap(file -> row.line().map(line -> new LinePlaceAnswer(file, line)))
            .orElse(null);
    return new ExceptionAnswer(
        item.exceptionId(),
        row.run(),
        item.kind(),
        handling.state(),
        handling.owner().orElse(null),
        handling.waitsFor().orElse(null),
        handling.reason().orElse(null),
        scale.rules().severity(item, age),
        age,
        AgeBand.of(age),
        MoneyAnswer.of(item.amount()),
        item.since(),
        item.feeId().orElse(null),
        item.lines().stream().limit(LINES_AT_MOST).map(LineKey::hex).toList(),
        place,
        item.candidates().stream().map(CandidateAnswer::of).toList(),
        item.reason(),
        item.nextStep(),
        handling.notes().stream().map(note -> new NoteAnswer(note.event(), note.text())).toList(),
        decidedSince,
        Links.of(item.feeId().stream().toList(), place));
  }
}
