package org.planledger.api.lists;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.planledger.api.web.Page;
import org.planledger.api.web.Paging;
import org.planledger.api.web.Query;
import org.planledger.core.json.LedgerJson;
import org.planledger.core.store.EventRow;
import org.planledger.core.store.LedgerEvents;
import org.planledger.core.store.LedgerStore;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Reads the whole ledger in the order of positions. It is read from the events themselves, so it
/// is never behind and has no gap.
@Tag(name = "Lists")
@RestController
final class LedgerReads {
  /// How many events are looked at for one page. Where few of them fit the filter, a page is
  /// shorter than asked for, or empty, and its cursor goes on from there.
  private static final int MAX_LOOKED_AT = 10_000;

  private final LedgerEvents events;

  LedgerReads(LedgerStore store) {
    this.events = store.events();
  }

  @Operation(operationId = "listEvents", summary = "Every event of the ledger, oldest first")
  @GetMapping(path = "/v1/events", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Page<LedgerEventAnswer>> events(@Query LedgerQuery query, Paging paging) {
    long from = paging.after().isEmpty() ? query.lastEventId().orElse(0L) : paging.afterNumber();
    var fits = filter(query);
    var found = new ArrayList<EventRow>();
    long seen = from;
    // Without a filter every event fits; with one it is cheaper to look at many at once.
    int chunk = query.filtered() ? Paging.MAX_ROWS : paging.fetch();
    for (int looked = 0; looked < MAX_LOOKED_AT && found.size() < paging.fetch(); ) {
      var rows = events.after(seen, chunk);
      rows.stream().filter(fits).forEach(found::add);
      looked += chunk;
      if (rows.size() < chunk) {
        return page(paging, found);
      }
      seen = rows.getLast().position();
    }
    return found.size() < paging.fetch()
        ? paging.unfinished(answers(found), key(seen))
        : page(paging, found);
  }

  private static ResponseEntity<Page<LedgerEventAnswer>> page(Paging paging, List<EventRow> found) {
    var rows = found.subList(0, Math.min(found.size(), paging.fetch()));
    return paging.of(answers(rows), row -> key(row.position()));
  }

  private static List<LedgerEventAnswer> answers(List<EventRow> rows) {
    return rows.stream().map(LedgerEventAnswer::of).toList();
  }

  private static List<String> key(long position) {
    return List.of(String.valueOf(position));
  }

  private static Predicate<EventRow> filter(LedgerQuery query) {
    Predicate<EventRow> ofType =
        row -> query.type().map(type -> type.equals(row.type())).orElse(true);
    return query.planId().map(id -> ofType.and(row -> isOfPlan(row, id))).orElse(ofType);
  }

  /// Events of devices name the plan on whose behalf they happened.
  private static boolean isOfPlan(EventRow row, String planId) {
    return switch (row.streamType()) {
      case PLAN -> row.streamId().equalsIgnoreCase(planId);
      case DEVICE ->
          LedgerJson.mapper()
              .readTree(row.payload().toArray())
              .path("planId")
              .asString("")
              .equalsIgnoreCase(planId);
    };
  }
}
