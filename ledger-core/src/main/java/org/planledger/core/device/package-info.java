/// The physical product: bound once for life, replaced, restricted, owned. Each device has its own
/// history, so that "one serial, one plan" is kept by the ledger itself.
@NullMarked
package org.planledger.core.device;

import org.jspecify.annotations.NullMarked;
