package org.planledger.api.plans;

import java.time.Instant;
import org.planledger.api.json.BusinessMoment;
import org.planledger.core.plan.LinkKind;

/// Records that a link was removed.
record RecordUnlinkRequest(LinkKind kind, @BusinessMoment Instant unlinkedAt) {}
