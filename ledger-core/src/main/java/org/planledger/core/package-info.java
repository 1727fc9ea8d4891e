/// The ledger without its edges: rules, shell and store.
@NullMarked
package org.planledger.core;

import org.jspecify.annotations.NullMarked;
