package org.planledger.api.finance.books;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.planledger.api.problem.ProblemException;
import org.planledger.api.problem.ProblemType;
import org.planledger.api.web.Ids;
import org.planledger.api.web.Page;
import org.planledger.api.web.Paging;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// All that was ever done in the books, and whether it is as it was written.
@Tag(name = "Finance")
@RestController
@RequestMapping(path = "/v1/book-entries", produces = MediaType.APPLICATION_JSON_VALUE)
final class BookReads {

  private final KeptEntries store;
  private final KeptAnchors anchors;
  private final KeptRefusals refusals;

  BookReads(KeptEntries store, KeptAnchors anchors, KeptRefusals refusals) {
    this.store = store;
    this.anchors = anchors;
    this.refusals = refusals;
  }

  /// Whether the books are as they were written.
  @Schema(name = "BookVerification")
  record VerificationAnswer(
      boolean good,
      @Schema(description = "How many entries were looked at.") long entries,
      @Schema(description = "The hash of the last of them.") String lastHash,
      @Schema(description = "The first entry that is not as it was written; null if all are.")
          @Nullable Long wrongEntry,
      @Schema(description = "How many refusals were looked at.") long refusals,
      @Schema(description = "The hash of the last of them.") String lastRefusalHash,
      @Schema(description = "The first refusal that is not as it was written; null if all are.")
          @Nullable Long wrongRefusal,
      @Schema(description = "What is wrong with the first of those.") @Nullable String finding) {}

  @Operation(operationId = "listBookEntries", summary = "What was done in the books, in its order")
  @GetMapping
  ResponseEntity<Page<BookEntryAnswer>> entries(Paging paging) {
    var entries =
        store.after(paging.afterNumber(), paging.fetch()).stream()
            .map(stored -> BookEntryAnswer.of(stored.entry()))
            .toList();
    return paging.of(entries, entry -> List.of(String.valueOf(entry.entry())));
  }

  @Operation(operationId = "readBookEntry", summary = "One entry of the books")
  @GetMapping("/{entry}")
  BookEntryAnswer entry(@PathVariable String entry) {
    long number = Ids.number("entry", entry);
    return store.after(number - 1, 1).stream()
        .map(KeptEntries.Stored::entry)
        .filter(found -> found.number() == number)
        .findFirst()
        .map(BookEntryAnswer::of)
        .orElseThrow(
            () -> ProblemException.of(ProblemType.NOT_FOUND, "The books have no such entry."));
  }

  @Operation(
      operationId = "verifyBooks",
      summary = "Compute every hash of the books again, and look each up in the ledger's log")
  @GetMapping("/verification")
  VerificationAnswer verify() {
    var done = new BookChain(Anchored.ENTRY, anchors, store::after).check();
    var refused =
        new BookChain(
                Anchored.REFUSAL,
                anchors,
                (number, limit) -> refusals.after(number, Optional.empty(), limit))
            .check();
    return new VerificationAnswer(
        done.wrong().isEmpty() && refused.wrong().isEmpty(),
        done.looked(),
        done.hash().toHex(),
        done.wrong().isPresent() ? done.looked() + 1 : null,
        refused.looked(),
        refused.hash().toHex(),
        refused.wrong().isPresent() ? refused.looked() + 1 : null,
        done.wrong().or(refused::wrong).orElse(null));
  }
}
