/// The daily sweep: it records what the date has already decided. Nothing waits for it.
@NullMarked
package org.planledger.api.sweep;

import org.jspecify.annotations.NullMarked;
