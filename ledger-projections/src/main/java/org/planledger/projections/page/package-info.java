/// Lists in pages, and how far a view has come when it is asked.
@NullMarked
package org.planledger.projections.page;

import org.jspecify.annotations.NullMarked;
