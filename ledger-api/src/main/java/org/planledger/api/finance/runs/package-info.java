/// Runs of the matching over HTTP and as jobs: what they take, how far they are, what came of them.
@NullMarked
package org.planledger.api.finance.runs;

import org.jspecify.annotations.NullMarked;
