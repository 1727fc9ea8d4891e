/// Each view has its tables twice: one set is live, the other is the place where the view can be
/// built anew beside it. A row for each view says which is which, and everybody goes by it.
@NullMarked
package org.planledger.projections.sets;

import org.jspecify.annotations.NullMarked;
