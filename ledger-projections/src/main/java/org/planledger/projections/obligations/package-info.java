/// What is owed when a case is over: aircraft that were found after they had become the provider's,
/// and payments for what was not given.
@NullMarked
package org.planledger.projections.obligations;

import org.jspecify.annotations.NullMarked;
