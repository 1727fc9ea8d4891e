/// From a line of a bank to the clause of a fee, and back.
@NullMarked
package org.planledger.api.finance.trails;

import org.jspecify.annotations.NullMarked;
