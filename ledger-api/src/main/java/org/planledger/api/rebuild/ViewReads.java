package org.planledger.api.rebuild;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.planledger.api.web.Page;
import org.planledger.api.web.Paging;
import org.planledger.core.store.LedgerEvents;
import org.planledger.projections.rebuild.ViewRebuilds;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// How every view stands.
@Tag(name = "Views")
@RestController
final class ViewReads {
  private final ViewRebuilds rebuilds;
  private final ViewPlaces places;
  private final LedgerEvents events;

  ViewReads(ViewRebuilds rebuilds, ViewPlaces places, LedgerEvents events) {
    this.rebuilds = rebuilds;
    this.places = places;
    this.events = events;
  }

  @Operation(
      operationId = "listViews",
      summary = "Every view: how far it is, how large, and which of its sets of tables is live")
  @GetMapping(path = "/v1/views", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Page<ViewAnswer>> views(Paging paging) {
    long head = events.head();
    var views =
        rebuilds.standings().stream()
            .map(view -> ViewAnswer.of(view, places.of(view.name()).seen(), head))
            .toList();
    return paging.ofAll(views, ViewAnswer::name);
  }
}
