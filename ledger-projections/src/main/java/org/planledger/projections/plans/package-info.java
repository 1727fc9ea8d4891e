/// The list of plans.
@NullMarked
package org.planledger.projections.plans;

import org.jspecify.annotations.NullMarked;
