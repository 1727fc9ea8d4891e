/// A whole exported log and its check in one pass.
@NullMarked
package org.planledger.verify.log;

import org.jspecify.annotations.NullMarked;
