/// Aircraft that were found after they had become the provider's, and are to be sent in.
@NullMarked
package org.planledger.projections.obligations;

import org.jspecify.annotations.NullMarked;
