package org.planledger.core.plan;

import java.time.Instant;
import org.planledger.core.reference.Commitment;

/// What is told about a link when it is corrected.
///
/// @param linkedAt when the link was made
/// @param reference which account or controller
public record LinkFacts(LinkKind kind, Instant linkedAt, Commitment reference) {}
