/// Points of the recorded past, as requests name them: by position, by sequence or by moment.
@NullMarked
package org.planledger.api.moment;

import org.jspecify.annotations.NullMarked;
