/// Views of the ledger that can be thrown away and built again.
@NullMarked
package org.planledger.projections;

import org.jspecify.annotations.NullMarked;
