package org.planledger.api.evidence;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.planledger.api.command.Body;
import org.planledger.api.command.Callers;
import org.planledger.api.json.RequestReader;
import org.planledger.api.problem.ProblemException;
import org.planledger.api.problem.ProblemType;
import org.planledger.api.web.Ids;
import org.planledger.api.web.Query;
import org.planledger.api.web.RequestOf;
import org.planledger.core.evidence.DamagedEvidenceException;
import org.planledger.core.evidence.StreamEntry;
import org.planledger.core.json.StoredCommitments;
import org.planledger.core.privacy.InstallationKey;
import org.planledger.core.store.Attempts;
import org.planledger.core.store.LedgerEvents;
import org.planledger.core.store.LedgerStore;
import org.planledger.core.store.PrivateValues;
import org.planledger.core.store.ReadKind;
import org.planledger.core.store.UnitRow.PrivateValue;
import org.planledger.core.store.sealing.PlanProof;
import org.planledger.core.store.sealing.Proofs;
import org.planledger.core.store.sealing.Sealer;
import org.planledger.core.store.sealing.SealingStoppedException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Hands out proofs: of a plan's whole history, and that a serial number was never bound. Each is
/// recorded before it is answered, and is about everything that was recorded before it was asked
/// for: what is not sealed yet is sealed first.
@Tag(name = "Evidence")
@RestController
final class ProofReads {
  private final Sealer sealer;
  private final Proofs proofs;
  private final LedgerEvents events;
  private final Attempts attempts;
  private final PrivateValues privateValues;
  private final InstallationKey key;
  private final RequestReader reader;
  private final RecordedReads reads;

  ProofReads(
      Sealer sealer,
      Proofs proofs,
      LedgerStore store,
      InstallationKey key,
      RequestReader reader,
      RecordedReads reads) {
    this.sealer = sealer;
    this.proofs = proofs;
    this.events = store.events();
    this.attempts = store.attempts();
    this.privateValues = store.privateValues();
    this.key = key;
    this.reader = reader;
    this.reads = reads;
  }

  @Operation(
      operationId = "provePlan",
      summary = "The whole history of a plan as a bundle that anybody can verify")
  @GetMapping(path = "/v1/plans/{planId}/proof", produces = MediaType.APPLICATION_JSON_VALUE)
  BundleAnswer plan(@PathVariable String planId, @Query ProofQuery query, HttpServletRequest http) {
    var id = Ids.plan(planId).toString();
    var last = events.lastPosition(id);
    reads.record(
        ReadKind.PROOF, id, Callers.of(http), query.reason().orElse("not given"), last.isPresent());
    long position = last.orElseThrow(() -> ProblemException.of(ProblemType.UNKNOWN_PLAN));
    long attempt = attempts.lastOfPlan(id).orElse(0L);
    var proof =
        undamaged(
            () -> {
              sealer.sealThrough(position, attempt);
              return proofs.ofPlan(id, event -> NamedInJson.devices(event.payload()));
            });
    return BundleAnswer.of(id, proof, query.privateValues().orElse(false) ? valuesOf(proof) : null);
  }

  private List<PrivateValue> valuesOf(PlanProof proof) {
    var events =
        proof.streams().stream()
            .flatMap(stream -> stream.events().stream())
            .map(event -> event.event().payload());
    var commands = proof.attempts().stream().map(attempt -> attempt.attempt().command());
    return Stream.concat(events, commands)
        .flatMap(json -> StoredCommitments.in(json.toArray()).stream())
        .map(commitment -> commitment.reference().toString())
        .distinct()
        .map(privateValues::read)
        .flatMap(Optional::stream)
        .toList();
  }

  @Operation(
      operationId = "proveAbsence",
      summary = "The proof that a serial number was never bound to any plan")
  @RequestOf(AbsenceRequest.class)
  @PostMapping(
      path = "/v1/absence-proofs",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  AbsenceAnswer absence(HttpServletRequest http) {
    var caller = Callers.of(http);
    var request = reader.read(Body.json(http), AbsenceRequest.class);
    var id = key.deviceId(request.serialNumber()).value();
    boolean known = events.lastPosition(id).isPresent();
    reads.record(ReadKind.ABSENCE_PROOF, id, caller, request.reason(), known);
    if (known) {
      throw ProblemException.of(ProblemType.DEVICE_HAS_HISTORY);
    }
    var proof =
        undamaged(
            () -> {
              sealer.seal();
              return proofs.ofPlace(id);
            });
    if (proof.map().found().filter(e -> e.key().equals(StreamEntry.key(id))).isPresent()) {
      // It was bound since we looked.
      throw ProblemException.of(ProblemType.DEVICE_HAS_HISTORY);
    }
    return AbsenceAnswer.of(id, proof);
  }

  /// What is damaged is not handed out: an alarm has told the operator.
  static <T> T undamaged(Supplier<T> proof) {
    try {
      return proof.get();
    } catch (DamagedEvidenceException | SealingStoppedException e) {
      throw ProblemException.of(ProblemType.EVIDENCE_DAMAGED);
    }
  }
}
