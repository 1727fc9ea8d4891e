/// The catalogue of rules, the codes by which a refusal names them, and conditions: one rule, as
/// it was met or not met in one decision.
@NullMarked
package org.planledger.core.rule;

import org.jspecify.annotations.NullMarked;
