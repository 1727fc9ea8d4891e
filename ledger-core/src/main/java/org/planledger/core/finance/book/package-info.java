/// The books of finance: what people and runs did to fees and payments, month by month. A pure
/// function decides each act, and another one remembers it, as with plans.
@NullMarked
package org.planledger.core.finance.book;

import org.jspecify.annotations.NullMarked;
