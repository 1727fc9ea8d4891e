/// Makes the report on mutation testing from what was measured.
@NullMarked
package org.planledger.core.mutation;

import org.jspecify.annotations.NullMarked;
