/// What is left of every service of every plan.
@NullMarked
package org.planledger.projections.entitlement;

import org.jspecify.annotations.NullMarked;
