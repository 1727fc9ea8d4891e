/// The hashes that everything rests on: leaves of records, the tree over a log, the map of streams.
@NullMarked
package org.planledger.verify.proof;

import org.jspecify.annotations.NullMarked;
