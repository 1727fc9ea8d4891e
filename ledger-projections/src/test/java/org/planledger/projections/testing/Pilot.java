package org.planledger.projections.testing;

import java.time.Instant;
import org.planledger.core.plan.PlanCommand.CancelFlyawayReport;
import org.planledger.core.plan.PlanCommand.FileFlyawayReport;
import org.planledger.core.plan.PlanCommand.ReportRecovered;
import org.planledger.core.plan.PlanCommand.UploadFlightRecord;
import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.PlanId;

/// A customer whose aircraft flew away, at the customer's time. Nothing is sent from here.
public final class Pilot {

  private final Customer customer;

  public Pilot(Customer customer) {
    this.customer = customer;
  }

  public UploadFlightRecord flightRecord(CaseId theCase) {
    return new UploadFlightRecord(plan(), theCase, now(), customer.hex(), customer.commitment());
  }

  public FileFlyawayReport report(CaseId theCase) {
    return new FileFlyawayReport(plan(), theCase, now(), customer.commitment());
  }

  public CancelFlyawayReport cancelReport(CaseId theCase) {
    return new CancelFlyawayReport(plan(), theCase, now(), customer.commitment());
  }

  public ReportRecovered recovered(CaseId theCase) {
    return new ReportRecovered(plan(), theCase, now());
  }

  private PlanId plan() {
    return customer.plan();
  }

  private Instant now() {
    return customer.now();
  }
}
