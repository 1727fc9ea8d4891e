/// Signed checkpoints and the keys that sign them.
@NullMarked
package org.planledger.verify.checkpoint;

import org.jspecify.annotations.NullMarked;
