package org.planledger.api.settlement;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.planledger.api.answer.AnswerJson;
import tools.jackson.databind.JsonNode;

/// A mapping that was saved.
@Schema(name = "SettlementMapping")
record MappingAnswer(
    String name,
    @Schema(description = "What it says, as it was sent.") JsonNode mapping,
    Instant savedAt,
    String savedBy) {

  static MappingAnswer of(KeptMappings.Saved saved) {
    return new MappingAnswer(
        saved.name(), AnswerJson.MAPPER.readTree(saved.content()), saved.at(), saved.by());
  }
}
