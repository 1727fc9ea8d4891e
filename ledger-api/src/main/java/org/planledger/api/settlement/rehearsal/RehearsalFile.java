package org.planledger.api.settlement.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.planledger.api.settlement.format.SettlementFormat;
import org.planledger.core.finance.settlement.SettlementLine;

/// A file in the making. A line that is written and read again is the same, as far as the format
/// has room for it; its number, its key and its record are those of the new file.
public final class RehearsalFile implements AutoCloseable {

  /// Writes lines in the form of one format.
  interface Form extends AutoCloseable {

    /// Writes a line.
    ///
    /// @param unreadable whether the amount is spoiled, so that the line cannot be read
    void write(SettlementLine line, boolean unreadable) throws IOException;

    @Override
    void close() throws IOException;
  }

  private final Form form;

  private RehearsalFile(Form form) {
    this.form = form;
  }

  /// Begins a file.
  public static RehearsalFile open(SettlementFormat format, Path file) {
    try {
      return new RehearsalFile(
          switch (format) {
            case STRIPE -> new StripeForm(file);
            case ADYEN -> new AdyenForm(file);
            case CAMT_053, CAMT_054 -> new CamtForm(format, file);
            case CSV -> new MappedForm(file);
            case XLSX -> new XlsxForm(file);
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Writes a line.
  public void write(SettlementLine line) {
    write(line, false);
  }

  /// Writes a line that nobody can read: in the place of its amount stands a word.
  public void writeUnreadable(SettlementLine line) {
    write(line, true);
  }

  private void write(SettlementLine line, boolean unreadable) {
    try {
      form.write(line, unreadable);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The file is whole.
  @Override
  public void close() {
    try {
      form.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
