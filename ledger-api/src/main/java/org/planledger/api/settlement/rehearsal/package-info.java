/// Files of each format made of lines, for rehearsals: what processors and banks would send for a
/// book that nobody has.
@NullMarked
package org.planledger.api.settlement.rehearsal;

import org.jspecify.annotations.NullMarked;
