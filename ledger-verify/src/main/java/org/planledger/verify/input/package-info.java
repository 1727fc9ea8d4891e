/// Reading what somebody else wrote: strictly, within bounds, and with the place of every mistake.
@NullMarked
package org.planledger.verify.input;

import org.jspecify.annotations.NullMarked;
