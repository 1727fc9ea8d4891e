/// The shell around the plan and the door to it: commands go in on Axon's bus, decisions, plans and
/// their histories come out. Nothing here decides anything.
@NullMarked
package org.planledger.core.axon;

import org.jspecify.annotations.NullMarked;
