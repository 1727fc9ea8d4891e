/// A running ledger for tests: the whole program over HTTP, on a database of either kind.
///
/// A test class that takes a [org.planledger.api.testing.LedgerServer] in its constructor and
/// carries [@OnEachServer][org.planledger.api.testing.OnEachServer] runs once on each. All such
/// classes share the two servers, so each makes plans and devices of its own.
@NullMarked
package org.planledger.api.testing;

import org.jspecify.annotations.NullMarked;
