package org.planledger.api.finance.books;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.planledger.core.finance.book.FinanceGround;
import org.planledger.core.finance.book.Verdict.Objection;
import org.planledger.core.json.LedgerJson;
import tools.jackson.databind.JsonNode;

/// Something that the books have refused.
@Schema(name = "BookRefusal")
record BookRefusalAnswer(
    @Schema(description = "Its place, from 1 and without gaps.") long refusal,
    @Schema(description = "What was wanted.") String command,
    Instant recordedAt,
    String client,
    String actor,
    @Schema(description = "The details, by the command.", type = "object") JsonNode details,
    @Schema(description = "Why it was not done: all grounds.") List<GroundAnswer> grounds,
    @Schema(description = "SHA-256 of the hash of the refusal before and of this one.")
        String hash) {

  /// One ground of a refusal.
  @Schema(name = "BookRefusalGround")
  record GroundAnswer(
      FinanceGround ground,
      @Schema(description = "By what the rule is cited.") String rule,
      @Schema(description = "The field of the request that it is about.") String about,
      @Schema(description = "What of it: an id, a month; empty if the field says it.")
          String subject,
      @Schema(description = "What is wrong and what would help.") String sentence) {

    private static GroundAnswer of(Objection objection) {
      var ground = objection.ground();
      return new GroundAnswer(
          ground, ground.id(), objection.about(), objection.subject(), ground.sentence());
    }
  }

  static BookRefusalAnswer of(BookRefusal refusal) {
    return new BookRefusalAnswer(
        refusal.number(),
        refusal.type().name(),
        refusal.recordedAt(),
        refusal.wish().caller().client(),
        refusal.wish().caller().actor(),
        LedgerJson.mapper().readTree(refusal.command().toArray()),
        refusal.verdict().objections().stream().map(GroundAnswer::of).toList(),
        refusal.hash().toHex());
  }
}
