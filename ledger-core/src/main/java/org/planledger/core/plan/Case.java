package org.planledger.core.plan;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.planledger.core.plan.PlanEvent.*;
import org.planledger.core.reference.CaseId;
import org.planledger.core.rule.RefusalCode;
import org.planledger.core.terms.Channel;
import org.planledger.core.terms.Money;
import org.planledger.core.terms.Part;
import org.planledger.core.terms.Service;

/// One request of the customer, from its opening to its end. It remembers what happened in it, and
/// answers questions about that.
///
/// @param since what happened, in the order of recording; a receipt or an assessment that was
/// corrected stands here as it is held, and one that never was does not
public record Case(CaseOpened opened, List<CaseEvent> since) {

  public Case {
    since = List.copyOf(since);
  }

  static Case opened(CaseOpened event) {
    return new Case(event, List.of());
  }

  Case after(CaseEvent event) {
    if (event instanceof ReceiptCorrected c) {
      return holding(c.was().receipt(c.planId(), c.caseId()), c.receipt()).plus(c);
    }
    if (event instanceof AssessmentCorrected c) {
      var was = c.was().assessment(c.planId(), c.caseId());
      return holding(was, Optional.of(c.assessment())).plus(c);
    }
    return plus(event);
  }

  private Case plus(CaseEvent event) {
    var more = new ArrayList<>(since);
    more.add(event);
    return new Case(opened, more);
  }

  /// The case with something else, or nothing, in the place of what was told. Of several that say
  /// the same, the one told last is meant.
  <E extends CaseEvent> Case holding(E was, Optional<E> holds) {
    int place = since.lastIndexOf(was);
    if (place < 0) {
      return this;
    }
    var changed = new ArrayList<>(since);
    changed.remove(place);
    holds.ifPresent(event -> changed.add(place, event));
    return new Case(opened, changed);
  }

  /// The case as it was when only so many things had happened in it.
  Case upTo(int number) {
    return new Case(opened, since.subList(0, number));
  }

  public CaseId id() {
    return opened.caseId();
  }

  /// The last event of a kind; none if it never happened in this case.
  public <E extends CaseEvent> Optional<E> last(Class<E> kind) {
    return since.reversed().stream().filter(kind::isInstance).map(kind::cast).findFirst();
  }

  public <E extends CaseEvent> boolean has(Class<E> kind) {
    return since.stream().anyMatch(kind::isInstance);
  }

  public Optional<DamageAssessed> assessed() {
    return last(DamageAssessed.class);
  }

  public Optional<ReplacementClaimed> claimed() {
    return last(ReplacementClaimed.class);
  }

  /// The discounted repair that was claimed; none without one.
  public Optional<RepairDiscountClaimed> discount() {
    return last(RepairDiscountClaimed.class);
  }

  /// Whether the customer has chosen what the plan is to be used for.
  boolean chosen() {
    return claimed().isPresent() || discount().isPresent();
  }

  public boolean maintenance() {
    return opened.type() == CaseType.MAINTENANCE;
  }

  /// The grounds of refusal that two persons waived for this case.
  public Set<RefusalCode> waived() {
    var codes = EnumSet.noneOf(RefusalCode.class);
    for (var event : since) {
      if (event instanceof RefusalWaived waiver) {
        codes.addAll(waiver.codes());
      }
    }
    return codes;
  }

  /// Whether the case came to nothing because nothing was sent, and has not gone on since.
  boolean lapsedUnsent() {
    return stage() == Stage.LAPSED
        && last(CaseLapsed.class).filter(l -> l.cause() == LapseCause.NOT_SENT_IN_TIME).isPresent();
  }

  /// Whether a recovered aircraft that is the provider's is still to be sent in.
  boolean owesRecovered() {
    return has(DeviceRecovered.class) && !has(RecoveredDeviceReturned.class);
  }

  /// What was paid back for a purpose; none if nothing was.
  public Optional<Money> refunded(FeePurpose purpose) {
    return since.stream()
        .filter(FeeRefunded.class::isInstance)
        .map(FeeRefunded.class::cast)
        .filter(refund -> refund.purpose() == purpose)
        .map(FeeRefunded::amount)
        .reduce(Money::plus);
  }

  /// The service that the case was settled under: the plan's, or a warranty; none for one that is
  /// not settled, or that the customer paid in full outside the plan.
  public Optional<Service> settledUnder() {
    return last(ReplacementShipped.class)
        .map(ReplacementShipped::service)
        .or(() -> last(RepairCompleted.class).flatMap(RepairCompleted::service));
  }

  public Optional<FlightRecordUploaded> flightRecord() {
    return last(FlightRecordUploaded.class);
  }

  public boolean express() {
    return opened.process() == Channel.EXPRESS;
  }

  public boolean flyaway() {
    return opened.type() == CaseType.FLYAWAY;
  }

  /// Whether a flyaway report restricts the device now.
  public boolean reported() {
    return has(FlyawayReportFiled.class) && !has(FlyawayReportCancelled.class);
  }

  public boolean dispatched() {
    return has(ShipmentDispatched.class);
  }

  public boolean received() {
    return has(ComponentsReceived.class);
  }

  /// What has arrived in all parcels together (decision A-66).
  public Map<Part, Integer> components() {
    var all = new TreeMap<Part, Integer>();
    for (var event : since) {
      if (event instanceof ComponentsReceived receipt) {
        receipt.components().forEach((part, quantity) -> all.merge(part, quantity, Integer::sum));
      }
    }
    return all;
  }

  /// What was captured for a purpose; none if nothing was.
  public Optional<Money> paid(FeePurpose purpose) {
    return since.stream()
        .filter(FeePaid.class::isInstance)
        .map(FeePaid.class::cast)
        .filter(payment -> payment.purpose() == purpose)
        .map(FeePaid::amount)
        .reduce(Money::plus);
  }

  /// Whether this case holds a replacement back that it has not used yet.
  boolean reserves() {
    return claimed().isPresent() && !stage().closed();
  }

  /// Whether this case has used a replacement of the plan; a free one under a warranty is none.
  public boolean used() {
    return settledUnder().equals(Optional.of(Service.REPLACEMENT));
  }

  /// Whether this case holds a discounted repair back that it has not used yet.
  boolean reservesDiscount() {
    return discount().isPresent() && !stage().closed();
  }

  public boolean usedDiscount() {
    return settledUnder().equals(Optional.of(Service.REPAIR_DISCOUNT));
  }

  /// Whether maintenance was carried out, whatever became of the case after it.
  public boolean usedMaintenance() {
    return has(MaintenancePerformed.class);
  }

  /// Whether the extended warranty of the plan served it. The reward is a service of its own.
  boolean usedExtendedWarranty() {
    return settledUnder().equals(Optional.of(Service.EXTENDED_WARRANTY));
  }

  /// How far the case has come: the furthest step it has taken in the order of its kind. An express
  /// case is paid before anything is sent; every other case is paid last.
  public Stage stage() {
    var stage = Stage.OPENED;
    var beforeLapse = Stage.OPENED;
    for (var event : since) {
      if (event instanceof CaseReinstated) {
        stage = beforeLapse;
        continue;
      }
      if (event instanceof CaseLapsed) {
        beforeLapse = stage;
      }
      var reached = stageAfter(stage, event);
      if (rank(reached) >= rank(stage)) {
        stage = reached;
      }
    }
    return stage;
  }

  private Stage stageAfter(Stage before, CaseEvent event) {
    return switch (event) {
      case CaseOpened _ -> Stage.OPENED;
      case ShipmentDispatched _ -> Stage.DISPATCHED;
      case ComponentsReceived _ -> Stage.RECEIVED;
      case DamageAssessed _ -> Stage.ASSESSED;
      case ReplacementClaimed _, RepairDiscountClaimed _ -> Stage.CLAIMED;
      case FlyawayReportFiled _ -> Stage.REPORTED;
      case FeePaid paid -> paid.purpose() == FeePurpose.SERVICE_FEE ? Stage.PAID : before;
      case ReplacementShipped _, RepairCompleted _ -> Stage.SETTLED;
      case CaseWithdrawn _ -> Stage.WITHDRAWN;
      case CaseLapsed _ -> Stage.LAPSED;
      case CaseRefused _ -> Stage.REFUSED;
      case FlightRecordUploaded _, FlyawayReportCancelled _, DeviceRecovered _ -> before;
      case RecoveredDeviceReturned _, MaintenancePerformed _, FeeRefunded _ -> before;
      case RefusalWaived _, CaseReinstated _ -> before;
      case ReceiptCorrected _, AssessmentCorrected _ -> before;
    };
  }

  private int rank(Stage stage) {
    return switch (stage) {
      case OPENED -> 0;
      case DISPATCHED -> 3;
      case RECEIVED -> 4;
      case ASSESSED -> 5;
      case CLAIMED -> express() ? 1 : 6;
      case REPORTED -> 7;
      case PAID -> express() ? 2 : 8;
      case SETTLED, WITHDRAWN, LAPSED, REFUSED -> 9;
    };
  }
}
