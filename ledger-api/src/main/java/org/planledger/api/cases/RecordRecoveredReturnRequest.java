package org.planledger.api.cases;

import java.time.Instant;
import org.planledger.api.json.BusinessMoment;

/// Records that a recovered aircraft came back to the provider.
record RecordRecoveredReturnRequest(@BusinessMoment Instant returnedAt) {}
