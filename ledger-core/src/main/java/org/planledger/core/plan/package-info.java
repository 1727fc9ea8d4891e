/// The plan: its commands, its events, every rule that decides between them, and what follows from
/// its history. Nothing here reads a clock, a file or a network.
@NullMarked
package org.planledger.core.plan;

import org.jspecify.annotations.NullMarked;
