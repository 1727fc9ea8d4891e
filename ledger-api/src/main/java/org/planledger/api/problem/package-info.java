/// What goes back when a request cannot be granted: problem details (RFC 9457), and the pages that
/// explain each of them to a person.
@NullMarked
package org.planledger.api.problem;

import org.jspecify.annotations.NullMarked;
