package org.planledger.api.settlement.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;
import java.util.Optional;

/// The rows of a CSV file (RFC 4180). It keeps the text of each row as it stood, and when a row
/// turns out to be broken it can go on behind the row's first line: one forgotten quotation mark
/// costs one row and not all that follow.
///
/// When a row begins, as much as a row may have is in the buffer, so that nothing moves while it is
/// read.
final class CsvRows implements TableRows, TableRow {

  /// No row is longer.
  static final int MOST_CHARACTERS = 1 << 16;

  /// No table is wider.
  static final int MOST_COLUMNS = 10_000;

  private static final int MOST_LINES = 100;

  private final CountedInput in;
  private final Reader reader;
  private final char separator;
  private final char quote;

  private final char[] buffer = new char[4 * MOST_CHARACTERS];
  private int limit;
  private boolean ended;

  private int start;
  private int end;
  private int after;
  private int number;
  private int nextNumber = 1;

  /// Where the second line of the row begins, if it has one.
  private int secondLine;

  private final CsvFields fields = new CsvFields();
  private Optional<BrokenRecordException> fault = Optional.empty();

  /// @param quote 0 if there is none
  CsvRows(InputStream file, TextEncoding encoding, char separator, char quote) throws IOException {
    this.in = new CountedInput(file);
    byte[] head = in.readNBytes(3);
    TextEncoding.Marked marked = encoding.marked(head);
    byte[] rest = Arrays.copyOfRange(head, marked.markBytes(), head.length);
    this.reader =
        new InputStreamReader(
            new SequenceInputStream(new ByteArrayInputStream(rest), in),
            marked
                .charset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE));
    this.separator = separator;
    this.quote = quote;
  }

  @Override
  public boolean next() throws IOException {
    do {
      start = after;
      number = nextNumber;
      fill();
      if (start == limit) {
        return false;
      }
      scan();
    } while (end == start && fault.isEmpty());
    return true;
  }

  private void fill() throws IOException {
    if (ended || limit - start > MOST_CHARACTERS + 1) {
      return;
    }
    System.arraycopy(buffer, start, buffer, 0, limit - start);
    limit -= start;
    start = 0;
    while (!ended && limit < buffer.length) {
      int read = reader.read(buffer, limit, buffer.length - limit);
      if (read < 0) {
        ended = true;
      } else {
        limit += read;
      }
    }
  }

  private void scan() throws IOException {
    fields.clear();
    fault = Optional.empty();
    secondLine = -1;
    nextNumber = number;
    int at = field(start);
    while (at < limit && buffer[at] == separator && fault.isEmpty()) {
      at = field(at + 1);
    }
    end = at;
    if (fault.isPresent() && secondLine < 0) {
      skipLine(at);
    } else {
      endLine(at);
    }
  }

  /// Steps over the line break.
  private void endLine(int at) {
    after = at;
    if (after < limit && buffer[after] == '\r') {
      after++;
    }
    if (after < limit && buffer[after] == '\n') {
      after++;
    }
    nextNumber++;
  }

  /// Goes to the end of the line of a row that is broken.
  private void skipLine(int at) throws IOException {
    int i = at;
    while (true) {
      while (i < limit && buffer[i] != '\n' && buffer[i] != '\r') {
        i++;
      }
      if (i < limit || ended) {
        break;
      }
      // What is skipped is not kept beyond the most that a row has.
      int kept = Math.min(limit, start + MOST_CHARACTERS);
      end = Math.min(end, kept);
      limit = kept;
      int before = start;
      fill();
      end -= before;
      i = kept - before;
    }
    end = Math.min(i, start + MOST_CHARACTERS);
    endLine(i);
  }

  /// Reads the field that begins there; returns where the next character that is none of it stands.
  private int field(int at) {
    if (fields.size() == MOST_COLUMNS) {
      return fail(at, QuarantineReason.FIELD_COUNT, "a row has at most 10,000 fields");
    }
    if (quote != 0 && at < limit && buffer[at] == quote) {
      return quoted(at);
    }
    int last = Math.min(limit, start + MOST_CHARACTERS);
    int i = at;
    while (i < last) {
      char c = buffer[i];
      if (c == separator || c == '\n' || c == '\r') {
        break;
      }
      i++;
    }
    if (i - start >= MOST_CHARACTERS) {
      return fail(i, QuarantineReason.TOO_LONG, "a row has at most 65,536 characters");
    }
    fields.add(at, i, false);
    return i;
  }

  private int quoted(int at) {
    int last = Math.min(limit, start + MOST_CHARACTERS);
    boolean twice = false;
    int lines = 0;
    int i = at + 1;
    while (i < last) {
      char c = buffer[i];
      if (c == quote) {
        if (i + 1 < limit && buffer[i + 1] == quote) {
          twice = true;
          i++;
        } else {
          fields.add(at + 1, i, twice);
          return behindQuote(i + 1);
        }
      } else if (c == '\n') {
        nextNumber++;
        secondLine = secondLine < 0 ? i + 1 : secondLine;
        if (++lines > MOST_LINES) {
          break;
        }
      }
      i++;
    }
    return fail(i, QuarantineReason.BROKEN_QUOTE, "a quotation mark is not closed");
  }

  private int behindQuote(int at) {
    if (at < limit && buffer[at] != separator && buffer[at] != '\n' && buffer[at] != '\r') {
      return fail(at, QuarantineReason.BROKEN_QUOTE, "text follows a closing quotation mark");
    }
    return at;
  }

  private int fail(int at, QuarantineReason reason, String detail) {
    fault = Optional.of(BrokenRecordException.of(reason, detail));
    return at;
  }

  @Override
  public TableRow row() {
    return this;
  }

  @Override
  public Optional<BrokenRecordException> fault() {
    return fault;
  }

  @Override
  public boolean isFolded() {
    return secondLine >= 0;
  }

  @Override
  public void unfold() {
    if (secondLine < 0) {
      return;
    }
    after = secondLine;
    end = secondLine - 1;
    if (end > start && buffer[end - 1] == '\r') {
      end--;
    }
    nextNumber = number + 1;
    secondLine = -1;
  }

  @Override
  public long bytes() {
    return in.count();
  }

  @Override
  public int number() {
    return number;
  }

  @Override
  public int size() {
    return fields.size();
  }

  @Override
  public String text(int column) {
    return fields.text(buffer, column, quote);
  }

  @Override
  public boolean isNumber(int column) {
    return false;
  }

  @Override
  public String raw() {
    return new String(buffer, start, end - start);
  }
}
