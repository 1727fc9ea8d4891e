/// Reading requests strictly: whatever a client did not mean is refused, with its place and with
/// what would help, and all of it at once.
@NullMarked
package org.planledger.api.json;

import org.jspecify.annotations.NullMarked;
