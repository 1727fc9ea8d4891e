package org.planledger.api.cases;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.planledger.api.command.CommandEndpoint;
import org.planledger.api.command.CommandEndpoint.Translation;
import org.planledger.api.command.CommandSource;
import org.planledger.api.command.Draft;
import org.planledger.api.problem.FlawCode;
import org.planledger.core.plan.CrossBorderConsent;
import org.planledger.core.plan.PlanCommand;
import org.planledger.core.plan.PlanCommand.*;
import org.planledger.core.terms.Part;
import org.springframework.stereotype.Component;

/// The commands that open a case and lead it, step by step, to another device.
@Component
final class CaseCommands implements CommandSource {
  private static final String CASES = "/v1/plans/{planId}/cases";
  private static final String CASE = CASES + "/{caseId}";

  private final OpeningACase opening;

  CaseCommands(OpeningACase opening) {
    this.opening = opening;
  }

  @Override
  public List<CommandEndpoint<?>> endpoints() {
    return List.of(
        new CommandEndpoint<>(
            OpenCase.class,
            CASES,
            OpenCaseRequest.class,
            "Apply for service on the device of a plan",
            opening::translate),
        step(
            RecordShipmentIn.class,
            "/shipments-in",
            RecordShipmentInRequest.class,
            "Record that the customer gave the device to a carrier",
            CaseCommands::shipmentIn),
        step(
            RecordReceipt.class,
            "/receipts",
            RecordReceiptRequest.class,
            "Record what arrived at the centre",
            CaseCommands::receipt),
        step(
            RecordAssessment.class,
            "/assessments",
            RecordAssessmentRequest.class,
            "Record what the centre found out",
            CaseCommands::assessment),
        step(
            UploadFlightRecord.class,
            "/flight-records",
            UploadFlightRecordRequest.class,
            "Record the flight record of a loss by hash and reference",
            CaseCommands::flightRecord),
        step(
            FileFlyawayReport.class,
            "/flyaway-reports",
            FileFlyawayReportRequest.class,
            "File the report of a loss, which restricts the aircraft",
            CaseCommands::flyawayReport),
        step(
            CancelFlyawayReport.class,
            "/flyaway-report-cancellations",
            CancelFlyawayReportRequest.class,
            "Take the report of a loss back, because the aircraft was found",
            CaseCommands::cancellation),
        step(
            ClaimReplacement.class,
            "/replacement-claims",
            ClaimReplacementRequest.class,
            "Confirm the use of a replacement, which reserves it",
            CaseCommands::claim),
        step(
            ShipReplacement.class,
            "/replacement-shipments",
            ShipReplacementRequest.class,
            "Send another device out, which takes the place of the original",
            CaseCommands::shipment),
        step(
            ReportRecovered.class,
            "/recoveries",
            ReportRecoveredRequest.class,
            "Record that a lost aircraft was found after it was paid for",
            (request, draft) ->
                new ReportRecovered(draft.planId(), draft.caseId(), request.recoveredAt())),
        step(
            RecordRecoveredReturn.class,
            "/recovered-returns",
            RecordRecoveredReturnRequest.class,
            "Record that a recovered aircraft came back to the provider",
            (request, draft) ->
                new RecordRecoveredReturn(draft.planId(), draft.caseId(), request.returnedAt())));
  }

  static <R extends Record> CommandEndpoint<R> step(
      Class<? extends PlanCommand> command,
      String path,
      Class<R> request,
      String summary,
      Translation<R> translation) {
    return new CommandEndpoint<>(command, CASE + path, request, summary, translation);
  }

  private static RecordShipmentIn shipmentIn(RecordShipmentInRequest request, Draft draft) {
    return new RecordShipmentIn(
        draft.planId(),
        draft.caseId(),
        request.dispatchedAt(),
        request.fromRegion(),
        request
            .crossBorderConsent()
            .map(
                consent ->
                    new CrossBorderConsent(
                        draft.commitment("shipment.crossBorderConsent", consent.reference()),
                        consent.givenAt())),
        draft.commitment("shipment.carrierReference", request.carrierReference()));
  }

  private static RecordReceipt receipt(RecordReceiptRequest request, Draft draft) {
    return new RecordReceipt(
        draft.planId(),
        draft.caseId(),
        request.receivedAt(),
        components(request, draft, ""),
        request.controllerLinked());
  }

  /// The components of a parcel.
  ///
  /// @param place where the receipt stands in the request
  static Map<Part, Integer> components(RecordReceiptRequest receipt, Draft draft, String place) {
    Map<Part, Integer> components = new TreeMap<>();
    for (int i = 0; i < receipt.components().size(); i++) {
      var component = receipt.components().get(i);
      if (components.put(component.part(), component.quantity()) != null) {
        draft.flaw(
            "%s/components/%d/part".formatted(place, i),
            FlawCode.DUPLICATE_VALUE,
            "this component stands in the list before; name it once, with its quantity");
      }
    }
    return components;
  }

  private static RecordAssessment assessment(RecordAssessmentRequest request, Draft draft) {
    return new RecordAssessment(
        draft.planId(),
        draft.caseId(),
        request.assessedAt(),
        request.cause(),
        Set.copyOf(request.damagedParts()),
        request.inOfficialWarrantyScope(),
        request.findings().stream().map(FindingRequest::finding).toList(),
        draft.commitment("assessment.remark", request.remark()));
  }

  private static UploadFlightRecord flightRecord(UploadFlightRecordRequest request, Draft draft) {
    return new UploadFlightRecord(
        draft.planId(),
        draft.caseId(),
        request.lastContactAt(),
        request.sha256(),
        draft.commitment("flightRecord.reference", request.reference()));
  }

  private static FileFlyawayReport flyawayReport(FileFlyawayReportRequest request, Draft draft) {
    return new FileFlyawayReport(
        draft.planId(),
        draft.caseId(),
        request.reportedAt(),
        draft.commitment("flyawayReport.statement", request.statement()));
  }

  private static CancelFlyawayReport cancellation(CancelFlyawayReportRequest request, Draft draft) {
    return new CancelFlyawayReport(
        draft.planId(),
        draft.caseId(),
        request.cancelledAt(),
        draft.commitment("flyawayReport.cancellation", request.reason()));
  }

  private static ClaimReplacement claim(ClaimReplacementRequest request, Draft draft) {
    return new ClaimReplacement(
        draft.planId(),
        draft.caseId(),
        request.claimedAt(),
        request.mode(),
        request.acknowledgesFreeAlternative().orElse(false));
  }

  private static ShipReplacement shipment(ShipReplacementRequest request, Draft draft) {
    return new ShipReplacement(
        draft.planId(),
        draft.caseId(),
        request.shippedAt(),
        draft.device(request.serialNumber()),
        request.model(),
        draft.commitment("replacement.equivalenceRecord", request.equivalenceRecord()));
  }
}
