package org.planledger.api.demonstration;

import java.time.InstantSource;
import org.planledger.api.calendar.WorkingCalendar;
import org.planledger.core.axon.PlanLedger;
import org.planledger.core.privacy.InstallationKey;
import org.planledger.core.store.Attempts;
import org.planledger.core.terms.TermsBook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.stereotype.Component;

/// Tells the ledger the demonstration book at the start. What has been told before is not told
/// again, so a start that was cut short goes on where it was.
@Component
@ConditionalOnBooleanProperty("ledger.demonstration.enabled")
final class DemonstrationRunner
    implements ApplicationRunner, ApplicationListener<ContextClosedEvent> {

  private static final Logger LOG = LoggerFactory.getLogger(DemonstrationRunner.class);

  private final Clerk clerk;
  private final FinanceStory finance;
  private volatile boolean closing;

  DemonstrationRunner(
      PlanLedger ledger,
      Attempts attempts,
      TermsBook terms,
      InstallationKey key,
      WorkingCalendar calendar,
      InstantSource clock,
      FinanceStory finance) {
    this.clerk = new Clerk(ledger, attempts, terms, key, calendar, clock);
    this.finance = finance;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    try {
      DemonstrationBook.tell(clerk);
      finance.tell(() -> closing);
    } catch (UnexpectedDecisionException e) {
      // The ledger is somebody's own by now and has gone on in another way than the book.
      LOG.warn("The demonstration book is not told to its end: {}", e.getMessage());
    } catch (RuntimeException e) {
      // Whoever ends the program takes the ledger away in the middle of a story. The next start
      // goes on with it.
      if (!closing) {
        throw e;
      }
    }
  }

  @Override
  public void onApplicationEvent(ContextClosedEvent closed) {
    closing = true;
  }
}
