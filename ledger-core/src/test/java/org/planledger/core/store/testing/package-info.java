/// Databases for tests, of both kinds the ledger runs on: a file for H2, and a real PostgreSQL
/// server that the tests start themselves. Published to the other modules with core's test jar.
///
/// A test class that takes a [org.planledger.core.store.testing.LedgerDatabase] in its
/// constructor and carries
/// [@OnEachDatabase][org.planledger.core.store.testing.OnEachDatabase] runs once on each.
@NullMarked
package org.planledger.core.store.testing;

import org.jspecify.annotations.NullMarked;
