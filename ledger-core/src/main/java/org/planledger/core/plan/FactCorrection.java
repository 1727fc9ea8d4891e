package org.planledger.core.plan;

import org.planledger.core.plan.PlanEvent.AssessmentCorrected;
import org.planledger.core.plan.PlanEvent.LinkCorrected;
import org.planledger.core.plan.PlanEvent.ReceiptCorrected;
import org.planledger.core.reference.Commitment;

/// What every correction of a recorded fact tells. The event of the fact stays where it is.
public sealed interface FactCorrection
    permits LinkCorrected, ReceiptCorrected, AssessmentCorrected {

  /// The sequence of the event that recorded the fact first, in the history of the plan. It names
  /// the fact however often that is corrected.
  long factSequence();

  /// Whether the fact never was, so that nothing holds in its place.
  boolean neverWas();

  Commitment reason();

  /// Who agreed; not the actor.
  String approvedBy();

  /// Who asked for it.
  String actor();
}
