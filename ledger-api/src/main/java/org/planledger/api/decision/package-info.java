/// Decisions as they are shown: every condition with what it looked at, the grounds of a refusal in
/// words, and what would cure them.
@NullMarked
package org.planledger.api.decision;

import org.jspecify.annotations.NullMarked;
