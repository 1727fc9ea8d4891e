package org.planledger.api.plans;

import java.time.Instant;
import org.planledger.api.json.BusinessMoment;

/// Returns the plan.
record ReturnPlanRequest(@BusinessMoment Instant requestedAt) {}
