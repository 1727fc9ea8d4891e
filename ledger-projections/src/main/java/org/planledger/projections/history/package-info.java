/// Who recorded what and when, across all plans and devices.
@NullMarked
package org.planledger.projections.history;

import org.jspecify.annotations.NullMarked;
