/// Every fee that a customer was quoted, what of it was paid and what it was paid for.
@NullMarked
package org.planledger.projections.fees;

import org.jspecify.annotations.NullMarked;
