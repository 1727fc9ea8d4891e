/// A running ledger for tests of views, customers that do things to it, and histories made by
/// chance from a seed.
@NullMarked
package org.planledger.projections.testing;

import org.jspecify.annotations.NullMarked;
