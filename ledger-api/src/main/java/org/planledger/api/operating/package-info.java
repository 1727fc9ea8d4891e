/// What an operator types: commands in the same program as the server, which talk to the one that
/// runs, or start one for themselves when none does.
@NullMarked
package org.planledger.api.operating;

import org.jspecify.annotations.NullMarked;
