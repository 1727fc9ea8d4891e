/// The ledger over HTTP.
@NullMarked
package org.planledger.api;

import org.jspecify.annotations.NullMarked;
