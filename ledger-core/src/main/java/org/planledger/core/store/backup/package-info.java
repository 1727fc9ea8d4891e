/// The ledger's tables as rows that any of its databases can take in again: what a backup is made
/// of, and how it is put back.
@NullMarked
package org.planledger.core.store.backup;

import org.jspecify.annotations.NullMarked;
