package org.planledger.api.finance.books;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.planledger.core.json.FinanceCatalogue;
import org.planledger.core.json.LedgerJson;
import tools.jackson.databind.JsonNode;

/// An entry of the books.
@Schema(name = "BookEntry")
public record BookEntryAnswer(
    @Schema(description = "Its place, from 1 and without gaps.") long entry,
    @Schema(description = "What was done.") String type,
    Instant recordedAt,
    String client,
    String actor,
    @Schema(description = "The details, by the type.", type = "object") JsonNode event,
    @Schema(description = "SHA-256 of the hash of the entry before and of this one.") String hash) {

  static BookEntryAnswer of(BookEntry entry) {
    return new BookEntryAnswer(
        entry.number(),
        FinanceCatalogue.of(entry.event()).name(),
        entry.recordedAt(),
        entry.client(),
        entry.actor(),
        LedgerJson.mapper().readTree(KeptEntries.content(entry.event())),
        entry.hash().toHex());
  }
}
