/// The terms a plan is sold under, as immutable values: figures, windows, the component matrix,
/// exclusions, regions, the product catalogue and the tariff. Nothing here reads a file or a
/// clock; `org.planledger.core.json` turns the released documents into these values.
@NullMarked
package org.planledger.core.terms;

import org.jspecify.annotations.NullMarked;
