package org.planledger.core.finance.matching;

/// Writes the account of a run.
public final class Report implements Findings {

  /// Where the bytes go.
  @FunctionalInterface
  public interface Sink {

    /// Takes some bytes; the array is used again afterwards.
    void write(byte[] bytes, int offset, int length);
  }

  /// Begins a report with its header.
  public Report(ReportHeader header, MatchingRules rules, Sink sink) {
    throw new UnsupportedOperationException(header + " " + rules + " " + sink);
  }

  @Override
  public void match(Match match) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void exception(ExceptionItem item) {
    throw new UnsupportedOperationException();
  }

  /// Ends the report with what the run comes to.
  ///
  /// @return the SHA-256 of all its bytes, in hexadecimal digits
  public String finish(Totals totals) {
    throw new UnsupportedOperationException(totals.toString());
  }
}
