package org.planledger.api.finance;

import java.util.List;
import java.util.function.Consumer;
import org.planledger.core.finance.accounts.FeeMovement;

/// The movements of fees, as a run reads them.
interface FeeMovements {

  /// Waits until everything up to a position is there; false if that takes too long.
  boolean await(long position);

  /// Tells every movement up to a position, fee by fee, those of one fee in their order.
  void upTo(long position, Consumer<FeeMovement> taker);

  /// The movements of one fee, in their order.
  List<FeeMovement> ofFee(String feeId);
}
