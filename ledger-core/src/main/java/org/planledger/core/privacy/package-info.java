/// How values that the ledger must not store are turned into what it may: keyed hashes for serials
/// and accounts, salted commitments for everything else.
@NullMarked
package org.planledger.core.privacy;

import org.jspecify.annotations.NullMarked;
