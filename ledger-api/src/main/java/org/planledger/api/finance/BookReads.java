package org.planledger.api.finance;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.planledger.api.web.Page;
import org.planledger.api.web.Paging;
import org.planledger.core.store.Bytes;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// All that was ever done in the books, and whether it is as it was written.
@Tag(name = "Finance")
@RestController
@RequestMapping(path = "/v1/book-entries", produces = MediaType.APPLICATION_JSON_VALUE)
final class BookReads {

  private static final int READ_AT_ONCE = 1000;

  private final KeptEntries store;
  private final KeptAnchors anchors;

  BookReads(KeptEntries store, KeptAnchors anchors) {
    this.store = store;
    this.anchors = anchors;
  }

  /// Whether the books are as they were written.
  @Schema(name = "BookVerification")
  record VerificationAnswer(
      boolean good,
      @Schema(description = "How many entries were looked at.") long entries,
      @Schema(description = "The hash of the last of them.") String lastHash,
      @Schema(description = "The first entry that is not as it was written; null if all are.")
          @Nullable Long wrongEntry,
      @Schema(description = "What is wrong with it.") @Nullable String finding) {}

  @Operation(operationId = "listBookEntries", summary = "What was done in the books, in its order")
  @GetMapping
  ResponseEntity<Page<BookEntryAnswer>> entries(Paging paging) {
    var entries =
        store.after(paging.afterNumber(), paging.fetch()).stream()
            .map(stored -> BookEntryAnswer.of(stored.entry()))
            .toList();
    return paging.of(entries, entry -> List.of(String.valueOf(entry.entry())));
  }

  @Operation(
      operationId = "verifyBooks",
      summary = "Compute every hash of the books again, and look each up in the ledger's log")
  @GetMapping("/verification")
  VerificationAnswer verify() {
    Bytes hash = BookHash.BEFORE_FIRST;
    long last = 0;
    for (; ; ) {
      var page = store.after(last, READ_AT_ONCE);
      for (var stored : page) {
        var entry = stored.entry();
        if (entry.number() != last + 1) {
          return wrong(last + 1, last, hash, "entry %d is missing".formatted(last + 1));
        }
        if (!stored.hashAfter(hash).equals(entry.hash())) {
          return wrong(entry.number(), last, hash, "the entry is not what its hash was made of");
        }
        if (!anchors.has(entry)) {
          return wrong(
              entry.number(), last, hash, "the ledger's log has another hash of it, or none");
        }
        hash = entry.hash();
        last = entry.number();
      }
      if (page.size() < READ_AT_ONCE) {
        long logged = anchors.last();
        return logged > last
            ? wrong(last + 1, last, hash, "the ledger's log knows an entry that is gone")
            : new VerificationAnswer(true, last, hash.toHex(), null, null);
      }
    }
  }

  private static VerificationAnswer wrong(long entry, long looked, Bytes hash, String finding) {
    return new VerificationAnswer(false, looked, hash.toHex(), entry, finding);
  }
}
