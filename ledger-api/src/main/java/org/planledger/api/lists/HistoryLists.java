package org.planledger.api.lists;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.planledger.api.command.Body;
import org.planledger.api.command.Callers;
import org.planledger.api.evidence.RecordedReads;
import org.planledger.api.json.RequestReader;
import org.planledger.api.problem.ProblemException;
import org.planledger.api.problem.ProblemType;
import org.planledger.api.web.Page;
import org.planledger.api.web.Paging;
import org.planledger.api.web.Query;
import org.planledger.api.web.RequestOf;
import org.planledger.core.axon.DeviceHistory;
import org.planledger.core.axon.PlanLedger;
import org.planledger.core.device.Device;
import org.planledger.core.privacy.InstallationKey;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.reference.PlanId;
import org.planledger.core.store.ReadKind;
import org.planledger.projections.history.HistoryQueries;
import org.planledger.projections.page.AsOf;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Lists what was recorded, across all plans. By a serial number it is asked in a body, because a
/// serial never stands in an address, and the question is recorded before it is answered.
@Tag(name = "Lists")
@RestController
@RequestMapping(path = "/v1", produces = MediaType.APPLICATION_JSON_VALUE)
final class HistoryLists {
  private static final String PATH = "/v1/history";

  private final HistoryQueries history;
  private final PlanLedger ledger;
  private final InstallationKey key;
  private final RequestReader reader;
  private final RecordedReads reads;
  private final Standpoints standpoints;

  HistoryLists(
      HistoryQueries history,
      PlanLedger ledger,
      InstallationKey key,
      RequestReader reader,
      RecordedReads reads,
      Standpoints standpoints) {
    this.history = history;
    this.ledger = ledger;
    this.key = key;
    this.reader = reader;
    this.reads = reads;
    this.standpoints = standpoints;
  }

  @Operation(operationId = "listHistory", summary = "What was recorded, by whom and when")
  @GetMapping("/history")
  ResponseEntity<Page<HistoryRowAnswer>> history(@Query HistoryQuery query, Paging paging) {
    var then = standpoints.of(query.asked(), history.position(), query.minPosition());
    var filter =
        new HistoryQueries.Filter(
            query.actor(),
            query.client(),
            query.type(),
            query.from(),
            query.to(),
            Uuids.of(query.planId()).map(PlanId::new),
            query.deviceId().map(DeviceId::new),
            query.traceId());
    return then.paging(paging)
        .of(page -> history.list(filter, then.asOf(), page), HistoryRowAnswer::of);
  }

  @Operation(
      operationId = "searchHistory",
      summary = "What was recorded of the device with a serial number")
  @RequestOf(HistorySearchRequest.class)
  @PostMapping(path = "/history-searches", consumes = MediaType.APPLICATION_JSON_VALUE)
  HistorySearchAnswer search(HttpServletRequest http) {
    var caller = Callers.of(http);
    var request = reader.read(Body.json(http), HistorySearchRequest.class);
    var id = key.deviceId(request.serialNumber());
    var found = ledger.device(id).map(DeviceHistory::device);
    reads.record(ReadKind.SERIAL_LOOKUP, id.value(), caller, request.reason(), found.isPresent());
    return answer(
        found.orElseThrow(() -> ProblemException.of(ProblemType.UNKNOWN_DEVICE)), request);
  }

  /// The first page; from there on the list is asked by the id of the device.
  private HistorySearchAnswer answer(Device device, HistorySearchRequest request) {
    var filter =
        new HistoryQueries.Filter(
            request.actor(),
            request.client(),
            request.type(),
            request.from(),
            request.to(),
            Optional.empty(),
            Optional.of(device.id()),
            Optional.empty());
    var filters = new LinkedHashMap<String, String>(Map.of("deviceId", device.id().value()));
    request.actor().ifPresent(actor -> filters.put("actor", actor));
    request.client().ifPresent(client -> filters.put("client", client));
    request.type().ifPresent(type -> filters.put("type", type));
    request.from().ifPresent(from -> filters.put("from", from.toString()));
    request.to().ifPresent(to -> filters.put("to", to.toString()));
    var page =
        Paging.first(PATH, filters)
            .page(asked -> history.list(filter, AsOf.now(), asked), HistoryRowAnswer::of);
    return new HistorySearchAnswer(
        device.id().value(),
        request.serialNumber().masked(),
        device.plans().stream().map(PlanId::value).toList(),
        page.data(),
        page.next(),
        page.hasMore());
  }
}
