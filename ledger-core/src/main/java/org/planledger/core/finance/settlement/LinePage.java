package org.planledger.core.finance.settlement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;
import org.planledger.core.terms.Money;

/// Some hundred lines in their stored form: fields one after the other, numbers in as few bytes as
/// they need, texts in UTF-8 with their length before them, all of it deflated (RFC 1951). A page
/// begins with the version of the form.
public final class LinePage {

  /// The form that [#bytes] writes.
  static final int FORM = 1;

  /// More than a page ever inflates to: what says otherwise is no page.
  private static final int LARGEST_BYTES = 64 << 20;

  private final PageBytes out = new PageBytes();
  private int lines;
  private byte @Nullable [] deflated;

  /// An empty page.
  public LinePage() {}

  /// Adds a line behind those that are in it.
  public void add(SettlementLine line) {
    out.number(line.number());
    out.key(line.key());
    out.number(line.type().code());
    out.signed(line.bookedOn().toEpochDay());
    out.number(line.valueOn().isPresent() ? 1 : 0);
    line.valueOn().ifPresent(day -> out.signed(day.toEpochDay()));
    out.currency(line.gross().currency());
    out.signed(line.gross().minor());
    out.signed(line.feeMinor());
    out.currency(line.net().currency());
    out.signed(line.net().minor());
    out.text(line.rate().map(BigDecimal::toString));
    out.text(line.processorReference());
    out.text(line.merchantReference());
    out.text(line.endToEndId());
    out.text(line.relatedReference());
    out.text(line.batchId());
    out.text(line.payoutId());
    out.text(line.payer());
    out.text(line.description());
    out.text(Optional.of(line.raw()));
    lines++;
  }

  /// How many lines are in it.
  public int lines() {
    return lines;
  }

  /// How many bytes they have before they are deflated.
  public int size() {
    return out.size();
  }

  /// Does now what [#bytes] would have to do later. No line is added any more.
  public void deflate() {
    if (deflated == null) {
      deflated = deflatedBytes();
    }
  }

  /// The page as it is stored.
  public byte[] bytes() {
    return deflated != null ? deflated : deflatedBytes();
  }

  private byte[] deflatedBytes() {
    // The first level finds most of what is alike in lines that are so much alike.
    Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    try {
      deflater.setInput(out.array(), 0, out.size());
      deflater.finish();
      PageBytes stored = new PageBytes();
      stored.number(FORM);
      stored.number(lines);
      stored.number(out.size());
      stored.deflated(deflater);
      return stored.copy();
    } finally {
      deflater.end();
    }
  }

  /// Tells every line of a stored page, in its order.
  ///
  /// @throws IllegalArgumentException if these bytes are no page
  public static void read(byte[] stored, Consumer<SettlementLine> lines) {
    try {
      PageReader head = new PageReader(stored);
      if (head.number() != FORM) {
        throw new IllegalArgumentException("a page of lines in a form that is not known");
      }
      int count = (int) head.number();
      int size = (int) head.number();
      if (size < 0 || size > LARGEST_BYTES) {
        throw new IllegalArgumentException("a page of lines larger than any");
      }
      PageReader in = new PageReader(inflated(stored, head.place(), size));
      for (int i = 0; i < count; i++) {
        lines.accept(line(in));
      }
    } catch (IndexOutOfBoundsException | DataFormatException e) {
      throw new IllegalArgumentException("damaged bytes of a page of lines", e);
    }
  }

  private static byte[] inflated(byte[] stored, int from, int size) throws DataFormatException {
    byte[] bytes = new byte[size];
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(stored, from, stored.length - from);
      int done = 0;
      while (done < size) {
        int more = inflater.inflate(bytes, done, size - done);
        if (more == 0) {
          throw new DataFormatException("it ends too early");
        }
        done += more;
      }
      // What is stored ends where the deflated bytes end.
      if (inflater.inflate(new byte[1]) > 0
          || !inflater.finished()
          || inflater.getRemaining() > 0) {
        throw new DataFormatException("it does not end where it should");
      }
      return bytes;
    } finally {
      inflater.end();
    }
  }

  private static SettlementLine line(PageReader in) {
    int number = (int) in.number();
    LineKey key = in.key();
    LineType type = LineType.of((int) in.number());
    LocalDate bookedOn = LocalDate.ofEpochDay(in.signed());
    Optional<LocalDate> valueOn =
        in.number() == 0 ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(in.signed()));
    Money gross = money(in);
    long fee = in.signed();
    Money net = money(in);
    return new SettlementLine(
        number,
        key,
        type,
        bookedOn,
        valueOn,
        gross,
        fee,
        net,
        in.text().map(BigDecimal::new),
        in.text(),
        in.text(),
        in.text(),
        in.text(),
        in.text(),
        in.text(),
        in.text(),
        in.text(),
        in.text().orElseThrow(() -> new IllegalArgumentException("a line without its record")));
  }

  private static Money money(PageReader in) {
    Currency currency = in.currency();
    return new Money(in.signed(), currency);
  }
}
