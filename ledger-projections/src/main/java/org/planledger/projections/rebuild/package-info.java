/// A view built anew beside the live one, compared with it row by row, and put in its place.
@NullMarked
package org.planledger.projections.rebuild;

import org.jspecify.annotations.NullMarked;
