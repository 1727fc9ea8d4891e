/// What proves the ledger's history to somebody who does not trust it: keys, checkpoints, proofs,
/// and the whole log, over HTTP.
@NullMarked
package org.planledger.api.evidence;

import org.jspecify.annotations.NullMarked;
