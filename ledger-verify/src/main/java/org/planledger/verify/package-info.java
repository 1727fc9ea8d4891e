/// The commands of the offline verifier.
@NullMarked
package org.planledger.verify;

import org.jspecify.annotations.NullMarked;
