/// What makes the ledger's history provable: the tree over a log (RFC 9162), the map of streams,
/// and signed checkpoints (C2SP signed notes). Pure functions over bytes; where the bytes are kept
/// is the store's business.
@NullMarked
package org.planledger.core.evidence;

import org.jspecify.annotations.NullMarked;
