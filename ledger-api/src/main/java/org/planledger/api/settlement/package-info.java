/// Settlements and bank statements: imported once, kept for good, and read by whoever matches them
/// with the fees.
@NullMarked
package org.planledger.api.settlement;

import org.jspecify.annotations.NullMarked;
