package org.planledger.api.demonstration;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.planledger.api.calendar.WorkingCalendar;
import org.planledger.core.axon.Caller;
import org.planledger.core.axon.Outcome;
import org.planledger.core.axon.PlanHistory;
import org.planledger.core.axon.PlanLedger;
import org.planledger.core.axon.Submission;
import org.planledger.core.plan.Plan;
import org.planledger.core.plan.PlanCommand;
import org.planledger.core.plan.SendBackDeadline;
import org.planledger.core.privacy.Commitments;
import org.planledger.core.privacy.InstallationKey;
import org.planledger.core.reference.AccountRef;
import org.planledger.core.reference.PlanId;
import org.planledger.core.rule.RefusalCode;
import org.planledger.core.store.Attempts;
import org.planledger.core.store.Bytes;
import org.planledger.core.terms.Edition;
import org.planledger.core.terms.Region;
import org.planledger.core.terms.Terms;
import org.planledger.core.terms.TermsBook;

/// Takes the stories' commands to the ledger, and sees to it that each is answered as its story
/// says.
final class Clerk {

  /// Who the ledger is told the commands come from.
  private static final String CLIENT = "demonstration";

  /// The edition that the whole book is sold under, whatever comes out after it.
  private static final Edition EDITION = new Edition("2022-10");

  private final PlanLedger ledger;
  private final Attempts attempts;
  private final Terms terms;
  private final InstallationKey key;
  private final WorkingCalendar calendar;
  private final InstantSource clock;
  private final Commitments commitments = new Commitments();

  Clerk(
      PlanLedger ledger,
      Attempts attempts,
      TermsBook terms,
      InstallationKey key,
      WorkingCalendar calendar,
      InstantSource clock) {
    this.ledger = ledger;
    this.attempts = attempts;
    this.terms = terms.edition(EDITION).orElseThrow();
    this.key = key;
    this.calendar = calendar;
    this.clock = clock;
  }

  /// The terms that the whole book is sold under.
  Terms terms() {
    return terms;
  }

  AccountRef account(String accountId) {
    return key.accountRef(accountId);
  }

  /// The last day to send in a device that was asked to be replaced by express.
  SendBackDeadline expressDeadline(Region region, Instant submittedAt) {
    return calendar.deadline(region, submittedAt, terms.expressSendBackWorkingDays());
  }

  /// A sheet for the private values of one command.
  Sheet sheet(PlanId plan) {
    return new Sheet(plan, key, commitments);
  }

  /// The plan as it stands.
  Plan plan(PlanId id) {
    return ledger.history(id).map(PlanHistory::plan).orElseThrow();
  }

  /// Has one command decided, unless it was at an earlier start. Its key is its place in the book,
  /// and so is its fingerprint: what was told once stays as it was, even where a later book tells
  /// it differently.
  ///
  /// @param expected the grounds of its refusal; none for a command that is to be accepted
  /// @throws UnexpectedDecisionException if it is decided in another way
  void submit(
      String place, PlanCommand command, String actor, Sheet sheet, List<RefusalCode> expected) {
    if (attempts.byKey(CLIENT, place).isPresent()) {
      return;
    }
    Outcome outcome =
        ledger.submit(
            new Submission(
                command,
                new Caller(CLIENT, actor, Optional.empty()),
                place,
                Bytes.utf8(place),
                OptionalLong.empty(),
                clock.instant(),
                sheet.rows()));
    if (!(outcome instanceof Outcome.Decided decided)
        || !decided.attempt().decision().codes().equals(expected)) {
      throw new UnexpectedDecisionException(place, expected, outcome);
    }
  }
}
