package org.planledger.core.plan;

import static org.planledger.core.plan.Named.*;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.planledger.core.plan.PlanCommand.*;
import org.planledger.core.reference.CaseId;
import org.planledger.core.terms.Part;
import org.planledger.core.terms.RegionCode;

/// How a story tells of parcels and of what was in them. What is left unsaid is what would make the
/// step succeed: sent soon, from the region of the request, with every part that is covered.
final class SendingSteps {

  private SendingSteps() {}

  static AParcel sendIn(CaseId id) {
    return new AParcel(id);
  }

  static AReceipt receive(CaseId id) {
    return new AReceipt(id);
  }

  static final class AParcel implements Step {
    private final CaseId id;
    private final Moment moment = new Moment();
    private Optional<RegionCode> from = Optional.empty();
    private Optional<Moment> consent = Optional.empty();

    private AParcel(CaseId id) {
      this.id = id;
    }

    AParcel on(String day) {
      moment.on(day);
      return this;
    }

    AParcel at(String instant) {
      moment.at(instant);
      return this;
    }

    AParcel from(String code) {
      from = Optional.of(region(code));
      return this;
    }

    AParcel consentedAt(String instant) {
      consent = Optional.of(new Moment().at(instant));
      return this;
    }

    @Override
    public RecordShipmentIn in(StoryLedger ledger) {
      var region = ledger.theCase(id).opened().region();
      var given =
          consent.map(
              c -> new CrossBorderConsent(said("the consent"), c.in(ledger, ledger.zone(region))));
      return new RecordShipmentIn(
          ledger.planIdOf(id),
          id,
          moment.in(ledger, ledger.zone(region)),
          from.orElse(region),
          given,
          Optional.of(said("the carrier's number")));
    }
  }

  static final class AReceipt implements Step {
    private final CaseId id;
    private final Moment moment = new Moment();
    private final Set<Part> missing = new HashSet<>();
    private Optional<TreeMap<Part, Integer>> only = Optional.empty();
    private Optional<Boolean> controllerLinked = Optional.empty();

    private AReceipt(CaseId id) {
      this.id = id;
    }

    AReceipt on(String day) {
      moment.on(day);
      return this;
    }

    AReceipt without(Part... parts) {
      missing.addAll(List.of(parts));
      return this;
    }

    AReceipt of(String part, int quantity) {
      var parts = only.orElseGet(TreeMap::new);
      parts.put(Part.of(part), quantity);
      only = Optional.of(parts);
      return this;
    }

    AReceipt controllerLinked(boolean linked) {
      controllerLinked = Optional.of(linked);
      return this;
    }

    @Override
    public RecordReceipt in(StoryLedger ledger) {
      var opened = ledger.theCase(id).opened();
      var model = ledger.planOf(id).binding(opened.deviceId()).orElseThrow().model();
      var parts = only.orElseGet(() -> new TreeMap<>(ledger.terms().requiredParts(model)));
      missing.forEach(parts::remove);
      return new RecordReceipt(
          ledger.planIdOf(id),
          id,
          moment.in(ledger, ledger.zone(opened.region())),
          parts,
          controllerLinked);
    }
  }
}
