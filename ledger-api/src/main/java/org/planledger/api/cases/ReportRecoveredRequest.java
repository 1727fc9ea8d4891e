package org.planledger.api.cases;

import java.time.Instant;
import org.planledger.api.json.BusinessMoment;

/// Records that a lost aircraft was found after it had become the provider's.
record ReportRecoveredRequest(@BusinessMoment Instant recoveredAt) {}
