/// The board of cases: where each stands, what is due when, and who has the next move.
@NullMarked
package org.planledger.projections.casework;

import org.jspecify.annotations.NullMarked;
