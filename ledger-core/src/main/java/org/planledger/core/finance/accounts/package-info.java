/// Double entry over the fees: which accounts there are, and what every movement of a fee is in
/// them. All amounts are whole minor units of one currency.
@NullMarked
package org.planledger.core.finance.accounts;

import org.jspecify.annotations.NullMarked;
