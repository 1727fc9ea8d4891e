/// The lines of settlements and bank statements, in the one form that all sources are brought into,
/// and the form in which that is stored.
@NullMarked
package org.planledger.core.finance.settlement;

import org.jspecify.annotations.NullMarked;
