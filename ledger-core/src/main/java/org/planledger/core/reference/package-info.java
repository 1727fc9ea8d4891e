/// Names of the things the ledger talks about, and stand-ins for the values it must not store.
@NullMarked
package org.planledger.core.reference;

import org.jspecify.annotations.NullMarked;
