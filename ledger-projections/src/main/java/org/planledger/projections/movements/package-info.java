/// Everything that happened to a fee, one row each and never changed: what the fee ledger, its
/// statements and its journal are made from.
@NullMarked
package org.planledger.projections.movements;

import org.jspecify.annotations.NullMarked;
