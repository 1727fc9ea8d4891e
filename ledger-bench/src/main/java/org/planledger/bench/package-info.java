/// Measurements of the ledger beside what it stands on.
@NullMarked
package org.planledger.bench;

import org.jspecify.annotations.NullMarked;
