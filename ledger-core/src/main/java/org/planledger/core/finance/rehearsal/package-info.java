/// A made-up book of fees with the movements that a card processor and a bank would report for it,
/// with every kind of trouble in known numbers, and the truth about it: by it anybody can measure
/// how much of what belongs together is found, and whether anything else is. The same seed makes
/// the same book.
@NullMarked
package org.planledger.core.finance.rehearsal;

import org.jspecify.annotations.NullMarked;
