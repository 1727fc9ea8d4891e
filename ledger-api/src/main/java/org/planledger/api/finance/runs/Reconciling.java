package org.planledger.api.finance.runs;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.planledger.api.job.Job;
import org.planledger.core.finance.book.FinanceEvent.RunInputs;
import org.planledger.core.finance.book.FinanceEvent.RunTotals;

/// One run, while it is made and after.
final class Reconciling implements Job.Task {

  /// Does a run.
  @FunctionalInterface
  interface Work {
    Result run(RunProgress progress, BooleanSupplier ending);
  }

  /// What came of it.
  ///
  /// @param totals none if a run was only made once more
  /// @param same whether the report is the one that was recorded; none if it is a new one
  record Result(
      long run,
      RunInputs inputs,
      Optional<RunTotals> totals,
      String report,
      Optional<Boolean> same) {}

  private final Work work;
  private final RunProgress progress;
  private volatile @Nullable Result result;

  Reconciling(Work work, InstantSource clock) {
    this.work = work;
    this.progress = new RunProgress(clock);
  }

  @Override
  public void run(BooleanSupplier ending) {
    result = work.run(progress, ending);
  }

  /// How far it is.
  RunProgress.Step step() {
    return progress.step();
  }

  /// None before the end.
  Optional<Result> result() {
    return Optional.ofNullable(result);
  }
}
