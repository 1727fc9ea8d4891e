package org.planledger.api.cases;

import java.util.Optional;
import org.planledger.api.calendar.WorkingCalendar;
import org.planledger.api.command.Currencies;
import org.planledger.api.command.Draft;
import org.planledger.api.problem.FlawCode;
import org.planledger.core.axon.PlanLedger;
import org.planledger.core.plan.PlanCommand.OpenCase;
import org.planledger.core.plan.PrivacyConsent;
import org.planledger.core.plan.SendBackDeadline;
import org.planledger.core.terms.Channel;
import org.planledger.core.terms.Region;
import org.planledger.core.terms.RegionCode;
import org.planledger.core.terms.Terms;
import org.planledger.core.terms.TermsBook;
import org.springframework.stereotype.Component;

/// Translates an application for service. An express request brings its deadline along, because
/// only here is it known which days people work.
@Component
final class OpeningACase {
  private final PlanLedger ledger;
  private final TermsBook book;
  private final WorkingCalendar calendar;

  OpeningACase(PlanLedger ledger, TermsBook book, WorkingCalendar calendar) {
    this.ledger = ledger;
    this.book = book;
    this.calendar = calendar;
  }

  OpenCase translate(OpenCaseRequest request, Draft draft) {
    var process = request.process().orElse(Channel.ONLINE_REPAIR);
    if (process == Channel.EXPRESS) {
      request
          .feePayment()
          .ifPresent(
              payment ->
                  region(request.region())
                      .ifPresent(
                          region ->
                              Currencies.require(
                                  draft,
                                  payment.amount(),
                                  region.currency(),
                                  "/feePayment/amount")));
    } else {
      belongToExpress(request, draft);
    }
    return new OpenCase(
        draft.planId(),
        draft.caseId(),
        request.type(),
        process,
        draft.device(request.serialNumber()),
        draft.account(request.accountId()),
        request.region(),
        request.centreId(),
        request.submittedAt(),
        request.incidentAt(),
        new PrivacyConsent(
            request.privacyConsent().version(), request.privacyConsent().acceptedAt()),
        draft.commitment("case.proofOfPurchase", request.proofOfPurchase()),
        draft.commitment("case.description", request.description()),
        request.agreesToNoAssessment().orElse(false),
        request.feePayment().map(FeePaymentRequest::payment),
        process == Channel.EXPRESS ? deadline(request, draft) : Optional.empty(),
        request.dataPrepared(),
        request.waiver().map(waiver -> waiver.waiver(draft)));
  }

  /// What an online request would silently lose.
  private static void belongToExpress(OpenCaseRequest request, Draft draft) {
    var detail = "this belongs to a request with the process EXPRESS; leave it out";
    request.feePayment().ifPresent(_ -> draft.flaw("/feePayment", FlawCode.DOES_NOT_FIT, detail));
    request
        .agreesToNoAssessment()
        .ifPresent(_ -> draft.flaw("/agreesToNoAssessment", FlawCode.DOES_NOT_FIT, detail));
  }

  private Optional<SendBackDeadline> deadline(OpenCaseRequest request, Draft draft) {
    return region(request.region())
        .map(
            region ->
                calendar.deadline(
                    region, request.submittedAt(), termsOf(draft).expressSendBackWorkingDays()));
  }

  /// The terms of the plan decide how many days there are. A plan that does not exist is found out
  /// later, and has none.
  private Terms termsOf(Draft draft) {
    return ledger
        .history(draft.planId())
        .flatMap(history -> book.edition(history.plan().terms().edition()))
        .orElseGet(book::latest);
  }

  /// The newest edition that knows the region tells its zone and currency.
  private Optional<Region> region(RegionCode code) {
    return book.editions().stream()
        .flatMap(terms -> terms.region(code).stream())
        .reduce((_, newer) -> newer);
  }
}
