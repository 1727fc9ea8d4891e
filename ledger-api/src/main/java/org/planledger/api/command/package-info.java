/// Commands over HTTP: one way from a posted request to a kept decision and its answer, the same
/// for every command, and the rehearsal of it.
@NullMarked
package org.planledger.api.command;

import org.jspecify.annotations.NullMarked;
