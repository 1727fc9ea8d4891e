package org.planledger.api.finance.books;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.planledger.api.command.PersonName;
import org.planledger.api.web.Page;
import org.planledger.api.web.Paging;
import org.planledger.api.web.Query;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// All that the books have ever refused.
@Tag(name = "Finance")
@RestController
@RequestMapping(path = "/v1/book-refusals", produces = MediaType.APPLICATION_JSON_VALUE)
final class RefusalReads {

  private final KeptRefusals store;

  RefusalReads(KeptRefusals store) {
    this.store = store;
  }

  /// Which refusals are asked for.
  record RefusalQuery(
      @Size(max = PersonName.MAX_CHARACTERS)
          @Pattern(regexp = PersonName.FORM, message = PersonName.IN_WORDS)
          Optional<String> actor) {}

  @Operation(
      operationId = "listBookRefusals",
      summary =
          "What the books have refused, in its order: who wanted what, and why it was not done")
  @GetMapping
  ResponseEntity<Page<BookRefusalAnswer>> refusals(@Query RefusalQuery query, Paging paging) {
    var found = store.after(paging.afterNumber(), query.actor(), paging.fetch());
    return paging.mapped(
        found, BookRefusalAnswer::of, refusal -> List.of(String.valueOf(refusal.number())));
  }
}
