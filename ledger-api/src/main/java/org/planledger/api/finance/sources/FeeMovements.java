package org.planledger.api.finance.sources;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.planledger.core.finance.accounts.FeeMovement;

/// The movements of fees, as a run reads them.
public interface FeeMovements {

  /// Waits until everything up to a position is there; false if that takes too long.
  boolean await(long position);

  /// Tells the movements up to a position of all fees that were quoted after another one, fee by
  /// fee, those of one fee in their order.
  void quotedAfter(long quotedAfter, long upTo, Consumer<FeeMovement> taker);

  /// The fees that were quoted up to a position, as they are at a later one.
  Earlier earlier(long quotedUpTo, long upTo);

  /// The movements of one fee, in their order.
  List<FeeMovement> ofFee(String feeId);

  /// Fees that were quoted long ago.
  interface Earlier {

    /// How many movements they have, more or less.
    long movements();

    /// The ids of those that something has happened to since.
    List<String> movedSince();

    /// The ids of those that were paid under one of these references.
    Set<String> paidUnder(Collection<String> references);

    /// The ids of those whose id or payment's reference is asked for; goes over all of them.
    Set<String> named(Predicate<String> name);

    /// Tells the movements of those of these ids, fee by fee.
    void tell(Collection<String> feeIds, Consumer<FeeMovement> taker);
  }
}
