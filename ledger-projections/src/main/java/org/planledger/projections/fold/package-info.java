/// How a view is folded from the ledger: a projection changes rows that a session keeps in memory,
/// and the session stores them in one go. No SQL stands in a projection, and none needs to.
@NullMarked
package org.planledger.projections.fold;

import org.jspecify.annotations.NullMarked;
