/// From which day to which day each service, and each warranty of each component, runs.
@NullMarked
package org.planledger.projections.coverage;

import org.jspecify.annotations.NullMarked;
