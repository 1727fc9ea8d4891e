package org.planledger.core.finance.matching;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.planledger.core.terms.Money;

/// What the ledger knows of a fee at the cut-off.
///
/// @param feeId what it is known by; payers and processors are asked to pass it on
/// @param planId the plan it belongs to
/// @param caseId the case it belongs to
/// @param position where in the ledger it was quoted: the order of fees
/// @param quoted what was asked for
/// @param quotedOn since when
/// @param captured the payment, as far as the ledger has recorded one
/// @param refunds what the ledger has recorded as paid back, in any order
/// @param cancelled whether it ended before anything was captured, so that nothing is owed
public record FeeFact(
    String feeId,
    String planId,
    String caseId,
    long position,
    Money quoted,
    LocalDate quotedOn,
    Optional<Captured> captured,
    List<Refunded> refunds,
    boolean cancelled) {

  /// A payment as the ledger recorded it.
  ///
  /// @param reference what the ledger calls the payment: normally the processor's charge
  /// @param position where in the ledger it was recorded
  public record Captured(Money amount, LocalDate on, String reference, long position) {}

  /// A refund as the ledger recorded it.
  ///
  /// @param eventId the event that recorded it
  /// @param amount what was paid back, above zero
  /// @param position where in the ledger it was recorded
  public record Refunded(String eventId, Money amount, LocalDate on, long position) {}

  /// Takes the list as it is.
  public FeeFact {
    refunds = List.copyOf(refunds);
  }

  /// What is to arrive: what was captured, else what was asked for.
  public Money due() {
    return captured.map(Captured::amount).orElse(quoted);
  }
}
