/// Which line of a settlement or a bank statement belongs to which fee, and why; and what does not
/// go together. As pure as the rules of a plan: the same fees, lines, decisions by hand and rules
/// give the same findings, byte for byte, in whatever order they are handed over.
@NullMarked
package org.planledger.core.finance.matching;

import org.jspecify.annotations.NullMarked;
