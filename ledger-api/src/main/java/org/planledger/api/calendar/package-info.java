/// Which days people work: the one thing a deadline needs that the terms do not say.
@NullMarked
package org.planledger.api.calendar;

import org.jspecify.annotations.NullMarked;
