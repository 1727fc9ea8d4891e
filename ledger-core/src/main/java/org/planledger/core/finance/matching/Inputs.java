package org.planledger.core.finance.matching;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/// What a run looks at. Fees and lines are told one by one, each once, so that nobody has to hold
/// them all; their order does not matter.
///
/// @param fees what the ledger knows at the cut-off, each fee once
/// @param lines the lines of all imported files
/// @param unreadable the records that were put aside
/// @param payouts what closed months have added up of payouts that are not over
/// @param byHand the decisions of people that are in force
/// @param asOf the day on which ages are counted
public record Inputs(
    Source<FeeFact> fees,
    Source<LineFact> lines,
    Source<UnreadableFact> unreadable,
    List<OpenPayout> payouts,
    List<ByHand> byHand,
    LocalDate asOf) {

  /// Tells all there is of something.
  @FunctionalInterface
  public interface Source<T> {

    /// Tells each to the taker, in any order.
    void tell(Consumer<? super T> taker);
  }

  /// Those of a first month, to which nothing was handed on.
  public Inputs(
      Source<FeeFact> fees,
      Source<LineFact> lines,
      Source<UnreadableFact> unreadable,
      List<ByHand> byHand,
      LocalDate asOf) {
    this(fees, lines, unreadable, List.of(), byHand, asOf);
  }

  /// Takes the lists as they are.
  public Inputs {
    payouts = List.copyOf(payouts);
    byHand = List.copyOf(byHand);
  }
}
