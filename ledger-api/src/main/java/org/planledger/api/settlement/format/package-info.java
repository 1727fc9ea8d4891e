/// Reads settlements and bank statements as their makers write them, and brings every record into
/// the one form of a line. Files are read once, from front to back, in bounded memory.
@NullMarked
package org.planledger.api.settlement.format;

import org.jspecify.annotations.NullMarked;
