/// Matches over HTTP, those of runs and those by hand, with what was decided since.
@NullMarked
package org.planledger.api.finance.matches;

import org.jspecify.annotations.NullMarked;
