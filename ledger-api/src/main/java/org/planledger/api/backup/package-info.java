/// Backups: one file that holds all that cannot be made again, and the way back from it.
@NullMarked
package org.planledger.api.backup;

import org.jspecify.annotations.NullMarked;
