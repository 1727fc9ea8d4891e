/// The books of finance: what was run, decided, closed and refused, in chains whose hashes the
// ledger
/// covers.
@NullMarked
package org.planledger.api.finance.books;

import org.jspecify.annotations.NullMarked;
