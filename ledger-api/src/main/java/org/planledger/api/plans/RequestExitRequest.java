package org.planledger.api.plans;

import java.time.Instant;
import org.planledger.api.json.BusinessMoment;

/// Asks to leave the plan early.
record RequestExitRequest(@BusinessMoment Instant at) {}
