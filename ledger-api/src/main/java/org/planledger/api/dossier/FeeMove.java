package org.planledger.api.dossier;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.planledger.core.axon.PlanHistory;
import org.planledger.core.axon.RecordedEvent;
import org.planledger.core.plan.FeeSource;
import org.planledger.core.plan.PlanEvent;
import org.planledger.core.plan.PlanEvent.*;
import org.planledger.core.terms.Money;

/// Money that an event quoted, captured or paid back.
///
/// @param what in a few words
/// @param note where the amount comes from, or what it is called elsewhere
record FeeMove(
    long sequence, Instant at, @Nullable UUID caseId, String what, Money amount, String note) {

  /// Every one, oldest first.
  static List<FeeMove> of(PlanHistory history) {
    return history.events().stream().flatMap(FeeMove::of).toList();
  }

  private static Stream<FeeMove> of(RecordedEvent<PlanEvent> recorded) {
    return switch (recorded.event()) {
      case PlanPurchased sold ->
          Stream.of(move(recorded, null, "price of the plan, paid", sold.pricePaid(), ""));
      case ReplacementClaimed claim ->
          Stream.of(
              move(
                  recorded,
                  claim.caseId().value(),
                  "fee of replacement %d, quoted".formatted(claim.ordinal()),
                  claim.amount(),
                  source(claim.source())));
      case RepairDiscountClaimed claim ->
          Stream.of(
              move(
                  recorded,
                  claim.caseId().value(),
                  "discounted repair, quoted",
                  claim.total(),
                  source(claim.source())));
      case FeePaid paid ->
          Stream.of(
              move(
                  recorded,
                  paid.caseId().value(),
                  Facts.words(paid.purpose().name()) + ", paid",
                  paid.amount(),
                  "payment " + paid.paymentReference() + source(paid.source())));
      case FeeRefunded back ->
          Stream.of(
              move(
                  recorded,
                  back.caseId().value(),
                  Facts.words(back.purpose().name()) + ", paid back",
                  back.amount(),
                  back.goodwill() ? "goodwill" : "due"));
      case PlanReturned returned ->
          Stream.of(move(recorded, null, "price of the plan, paid back", returned.refund(), ""));
      case CaseEvent _ -> Stream.empty();
      case DeviceBound _, LinkRecorded _, LinkRemoved _ -> Stream.empty();
      case BindingCorrected _, LinkCorrected _ -> Stream.empty();
      case ServiceExpired _, ServiceExhausted _, RewardGranted _ -> Stream.empty();
      case RewardForfeited _, TermsUpgraded _, ProductReturned _ -> Stream.empty();
      case ExitRequested _, PlanExited _ -> Stream.empty();
    };
  }

  private static FeeMove move(
      RecordedEvent<PlanEvent> recorded,
      @Nullable UUID caseId,
      String what,
      Money amount,
      String note) {
    return new FeeMove(recorded.sequence(), recorded.event().at(), caseId, what, amount, note);
  }

  private static String source(Optional<FeeSource> source) {
    return source.map(known -> "; " + source(known)).orElse("");
  }

  private static String source(FeeSource source) {
    return source.label() + (source.sample() ? " (never published)" : "");
  }

  String shown() {
    return Facts.money(amount.minor(), amount.currency().getCurrencyCode());
  }
}
