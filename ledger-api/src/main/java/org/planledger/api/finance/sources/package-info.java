/// What finance reads from elsewhere: the movements of fees, and the lines of imported files.
@NullMarked
package org.planledger.api.finance.sources;

import org.jspecify.annotations.NullMarked;
