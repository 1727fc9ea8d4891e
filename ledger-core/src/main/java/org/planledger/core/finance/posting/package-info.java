/// What runs of the matching and write-offs are in the accounts: pure rules that make entries of
/// lines, of matches and of acts.
@NullMarked
package org.planledger.core.finance.posting;

import org.jspecify.annotations.NullMarked;
