/// Months that are closed, and opened again.
@NullMarked
package org.planledger.api.finance.periods;

import org.jspecify.annotations.NullMarked;
