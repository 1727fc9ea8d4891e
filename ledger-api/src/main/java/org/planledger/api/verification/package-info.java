/// The ledger verified by itself: by the clock, and on demand.
@NullMarked
package org.planledger.api.verification;

import org.jspecify.annotations.NullMarked;
