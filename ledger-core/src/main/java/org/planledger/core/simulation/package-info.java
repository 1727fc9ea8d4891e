/// What other terms would have made of the past: every recorded command is decided once more, on a
/// fork of the book that exists in memory only. As pure as the rules it asks: the caller brings the
/// commands and takes the report away.
@NullMarked
package org.planledger.core.simulation;

import org.jspecify.annotations.NullMarked;
