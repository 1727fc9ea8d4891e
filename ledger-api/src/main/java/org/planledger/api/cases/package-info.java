/// Applying for service and everything that follows in a case, to its end.
@NullMarked
package org.planledger.api.cases;

import org.jspecify.annotations.NullMarked;
