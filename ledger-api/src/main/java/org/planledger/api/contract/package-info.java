/// The contracts of the stored events, for those who read them without asking the ledger what they
/// mean.
@NullMarked
package org.planledger.api.contract;

import org.jspecify.annotations.NullMarked;
