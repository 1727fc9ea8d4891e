/// The log as it is kept: the sealer, which lets the trees and the map grow by what was recorded
/// and signs checkpoints, and the proofs that are read from them.
///
/// It works beside the append and never in its way: it reads what is committed, and writes tables
/// of its own. All of them but the checkpoints and the keys could be computed anew.
@NullMarked
package org.planledger.core.store.sealing;

import org.jspecify.annotations.NullMarked;
