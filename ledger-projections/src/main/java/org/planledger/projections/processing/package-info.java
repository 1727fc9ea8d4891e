/// How views are kept up to date: Axon's processors that follow the ledger, the dead letters of
/// what they could not digest, and folding a view anew from the first event.
@NullMarked
package org.planledger.projections.processing;

import org.jspecify.annotations.NullMarked;
