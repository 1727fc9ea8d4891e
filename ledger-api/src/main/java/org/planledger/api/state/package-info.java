/// A plan as its events left it, in the form in which it is shown: to read, to compare with what it
/// was before an event, and to see what a command would make of it.
@NullMarked
package org.planledger.api.state;

import org.jspecify.annotations.NullMarked;
