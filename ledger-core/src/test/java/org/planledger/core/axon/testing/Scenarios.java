package org.planledger.core.axon.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.planledger.core.axon.Attempt;
import org.planledger.core.axon.Caller;
import org.planledger.core.axon.Outcome;
import org.planledger.core.axon.PlanLedger;
import org.planledger.core.axon.Submission;
import org.planledger.core.json.LedgerJson;
import org.planledger.core.json.TermsFile;
import org.planledger.core.plan.Decision;
import org.planledger.core.plan.Plan;
import org.planledger.core.plan.PlanCommand;
import org.planledger.core.privacy.PrivateRows;
import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.reference.PlanId;
import org.planledger.core.store.Bytes;
import org.planledger.core.terms.Part;
import org.planledger.core.terms.PlanType;
import org.planledger.core.terms.TermsBook;

/// Brings plans into the state a test needs:
/// `given.plan(ONE_YEAR).bound().withAssessedCase()`.
public final class Scenarios {

  /// The released terms, all of them on sale.
  public static final TermsBook TERMS = new TermsBook(TermsFile.released(), Map.of());

  public static final Caller CALLER = new Caller("tests", "a tester", Optional.empty());

  private final PlanLedger ledger;

  private Scenarios(PlanLedger ledger) {
    this.ledger = ledger;
  }

  public static Scenarios given(PlanLedger ledger) {
    return new Scenarios(ledger);
  }

  /// A submission with a key of its own.
  public static Submission submission(PlanCommand command) {
    return submission(command, UUID.randomUUID().toString());
  }

  /// A submission whose fingerprint is the command's own form.
  public static Submission submission(PlanCommand command, String key) {
    return new Submission(
        command,
        CALLER,
        key,
        Bytes.of(LedgerJson.write(command)),
        OptionalLong.empty(),
        Instant.now(),
        PrivateRows.none());
  }

  public Outcome submit(PlanCommand command) {
    return ledger.submit(submission(command));
  }

  /// Submits a command that has to be accepted.
  public Attempt accepted(PlanCommand command) {
    return switch (submit(command)) {
      case Outcome.Decided(var attempt, var replayed)
          when attempt.decision() instanceof Decision.Accepted && !replayed ->
          attempt;
      case Outcome.Decided(var attempt, var _) ->
          throw new AssertionError(command + " was refused: " + grounds(attempt));
      case Outcome other -> throw new AssertionError(command + " came to " + other);
    };
  }

  private static String grounds(Attempt attempt) {
    return attempt.decision().conditions().stream()
        .filter(condition -> !condition.holds())
        .map(Object::toString)
        .collect(Collectors.joining(", "));
  }

  /// A plan that was just sold, without a device.
  public GivenPlan plan(PlanType type) {
    var id = Commands.newPlan();
    accepted(Commands.purchase(id, type));
    return new GivenPlan(id);
  }

  /// A plan in the middle of a test.
  public final class GivenPlan {
    private final PlanId id;
    private final AtomicReference<DeviceId> device = new AtomicReference<>();
    private final AtomicReference<Instant> now = new AtomicReference<>(Commands.APPLIED_AT);

    private GivenPlan(PlanId id) {
      this.id = id;
    }

    public PlanId id() {
      return id;
    }

    /// The device it covers now.
    public DeviceId device() {
      return device.get();
    }

    /// The plan as the ledger has it now.
    public Plan plan() {
      return ledger.history(id).orElseThrow().plan();
    }

    public GivenPlan bound() {
      return boundTo(Commands.newDevice());
    }

    public GivenPlan boundTo(DeviceId bound) {
      accepted(Commands.bind(id, bound));
      device.set(bound);
      return this;
    }

    public CaseId openCase() {
      var opened = Commands.newCase();
      accepted(Commands.open(id, opened, device.get(), now.get()));
      return opened;
    }

    /// A case that waits for nothing but the claim.
    public CaseId assessedCase() {
      var opened = openCase();
      accepted(Commands.receive(id, opened, completeDevice(), later(2)));
      accepted(Commands.assess(id, opened, later(3)));
      return opened;
    }

    public CaseId claimedCase() {
      var assessed = assessedCase();
      accepted(Commands.claim(id, assessed, later(4)));
      return assessed;
    }

    /// A replacement from the case's opening to its settlement. Afterwards the plan covers the new
    /// device, and ten days have passed.
    public DeviceId replacement() {
      var claimed = claimedCase();
      var fee = plan().theCase(claimed).claimed().orElseThrow().fee().amount();
      accepted(Commands.pay(id, claimed, fee, later(5)));
      var successor = Commands.newDevice();
      accepted(Commands.ship(id, claimed, successor, later(6)));
      device.set(successor);
      now.set(later(10));
      return successor;
    }

    private Instant later(int days) {
      return now.get().plus(Duration.ofDays(days));
    }

    private static Map<Part, Integer> completeDevice() {
      return TERMS.edition(Commands.EDITION).orElseThrow().requiredParts(Commands.MODEL);
    }
  }
}
