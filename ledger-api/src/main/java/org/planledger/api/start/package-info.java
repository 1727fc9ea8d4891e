/// Starting up: what is said when it works, in one line, and when it does not, in one line too.
@NullMarked
package org.planledger.api.start;

import org.jspecify.annotations.NullMarked;
