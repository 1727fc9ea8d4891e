package org.planledger.api.devices;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.planledger.api.command.Body;
import org.planledger.api.command.Callers;
import org.planledger.api.evidence.RecordedReads;
import org.planledger.api.json.RequestReader;
import org.planledger.api.problem.ProblemException;
import org.planledger.api.problem.ProblemType;
import org.planledger.api.web.RequestOf;
import org.planledger.core.axon.PlanHistory;
import org.planledger.core.device.SerialNumber;
import org.planledger.core.plan.Plan;
import org.planledger.core.privacy.InstallationKey;
import org.planledger.core.store.ReadKind;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// The one door by serial number. Each look-up is recorded before it is answered, found or not:
/// serials are private (preamble, item 5).
@Tag(name = "Devices")
@RestController
final class DeviceLookups {
  private final Devices devices;
  private final InstallationKey key;
  private final RequestReader reader;
  private final RecordedReads reads;

  DeviceLookups(Devices devices, InstallationKey key, RequestReader reader, RecordedReads reads) {
    this.devices = devices;
    this.key = key;
    this.reader = reader;
    this.reads = reads;
  }

  @Operation(operationId = "lookUpDevice", summary = "Find a device by its serial number")
  @RequestOf(DeviceLookupRequest.class)
  @PostMapping(
      path = "/v1/device-lookups",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  DeviceLookupAnswer lookUp(HttpServletRequest http) {
    var caller = Callers.of(http);
    var request = reader.read(Body.json(http), DeviceLookupRequest.class);
    var id = key.deviceId(request.serialNumber());
    var device = devices.find(id);
    reads.record(ReadKind.SERIAL_LOOKUP, id.value(), caller, request.reason(), device.isPresent());
    var known = device.orElseThrow(() -> ProblemException.of(ProblemType.UNKNOWN_DEVICE));
    var plan = devices.historyIfAny(known, Optional.empty()).map(PlanHistory::plan);
    return new DeviceLookupAnswer(
        id.value(),
        plan.map(p -> p.id().value()).orElse(null),
        masked(request.serialNumber()),
        known.status(),
        plan.flatMap(Plan::head).map(head -> head.deviceId().value()).orElse(null));
  }

  private static String masked(SerialNumber serial) {
    return serial.masked();
  }
}
