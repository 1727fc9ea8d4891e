package org.planledger.api.settlement;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;
import org.planledger.api.settlement.format.QuarantineReason;
import org.planledger.api.settlement.format.QuarantinedRecord;
import org.planledger.core.finance.settlement.LinePage;
import org.planledger.core.finance.settlement.SettlementLine;
import org.planledger.core.store.Bytes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The lines and the quarantined records of the files that were imported.
@Component
public final class KeptLines {

  private static final int PAGES_AT_ONCE = 16;

  /// Only what belongs to a file that is whole, and was counted when it became so.
  private static final String PAGES =
      """
      select p.page, p.sha256, p.content from settlement_page p
      join settlement_file f on f.number = p.file and p.page <= f.pages
      where p.file = :file
      """;

  private final JdbcClient jdbc;

  KeptLines(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Page(int page, Bytes sha256, Bytes content) {

    /// @throws IllegalStateException if it is not what was stored
    void read(int file, Consumer<SettlementLine> lines) {
      byte[] bytes = content.toArray();
      if (!Bytes.of(hash(bytes)).equals(sha256)) {
        throw new IllegalStateException(
            "Page %d of settlement %d is not what was imported".formatted(page, file));
      }
      LinePage.read(bytes, lines);
    }
  }

  static byte[] hash(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /// Tells all lines of a file in their order; nothing if there is no such file.
  ///
  /// @throws IllegalStateException if what is stored is not what was imported
  public void forEach(int file, Consumer<SettlementLine> lines) {
    int after = 0;
    while (true) {
      List<Page> pages = pages(file, after);
      if (pages.isEmpty()) {
        return;
      }
      for (Page page : pages) {
        page.read(file, lines);
      }
      after = pages.getLast().page();
    }
  }

  /// Tells some lines of a file in their order, and reads only the pages that they are on.
  ///
  /// @param numbers theirs
  /// @throws IllegalStateException if what is stored is not what was imported
  public void forEach(int file, BitSet numbers, Consumer<SettlementLine> lines) {
    List<Integer> wanted = pagesWith(file, numbers);
    for (int from = 0; from < wanted.size(); from += PAGES_AT_ONCE) {
      var some = wanted.subList(from, Math.min(wanted.size(), from + PAGES_AT_ONCE));
      List<Page> pages =
          jdbc.sql(PAGES + " and p.page in (:pages) order by p.page")
              .param("file", file)
              .param("pages", some)
              .query((row, _) -> page(row))
              .list();
      for (Page page : pages) {
        page.read(
            file,
            line -> {
              if (numbers.get(line.number())) {
                lines.accept(line);
              }
            });
      }
    }
  }

  private List<Integer> pagesWith(int file, BitSet numbers) {
    List<Integer> wanted = new ArrayList<>();
    jdbc.sql(
            "select page, first_line, last_line from settlement_page where file = :file"
                + " order by page")
        .param("file", file)
        .query(
            row -> {
              int next = numbers.nextSetBit(row.getInt("first_line"));
              if (next >= 0 && next <= row.getInt("last_line")) {
                wanted.add(row.getInt("page"));
              }
            });
    return wanted;
  }

  /// All lines of a file in their order, some pages at a time, as they are asked for.
  ///
  /// @throws IllegalStateException if what is stored is not what was imported
  public Iterator<List<SettlementLine>> pages(int file) {
    return new Iterator<>() {
      private List<Page> read = List.of();
      private int place;
      private int after;

      @Override
      public boolean hasNext() {
        if (place == read.size()) {
          read = pages(file, after);
          place = 0;
        }
        return place < read.size();
      }

      @Override
      public List<SettlementLine> next() {
        if (!hasNext()) {
          throw new NoSuchElementException("the file has no more lines");
        }
        var page = read.get(place);
        place++;
        after = page.page();
        List<SettlementLine> lines = new ArrayList<>();
        page.read(file, lines::add);
        return lines;
      }
    };
  }

  private List<Page> pages(int file, int after) {
    return jdbc.sql(PAGES + " and p.page > :after order by p.page limit :most")
        .param("file", file)
        .param("after", after)
        .param("most", PAGES_AT_ONCE)
        .query((row, _) -> page(row))
        .list();
  }

  private static Page page(ResultSet row) throws SQLException {
    return new Page(
        row.getInt("page"), Bytes.of(row.getBytes("sha256")), Bytes.of(row.getBytes("content")));
  }

  /// One line of a file.
  ///
  /// @param number as the line has it
  public Optional<SettlementLine> line(int file, int number) {
    return after(file, number - 1, 1).stream().filter(line -> line.number() == number).findFirst();
  }

  /// The lines behind one.
  ///
  /// @param number of the line before, or 0
  /// @param most how many
  List<SettlementLine> after(int file, int number, int most) {
    List<SettlementLine> found = new ArrayList<>();
    int from = pageBehind(file, number);
    while (from > 0 && found.size() < most) {
      List<Page> pages = pages(file, from - 1);
      for (Page page : pages) {
        if (found.size() < most) {
          page.read(
              file,
              line -> {
                if (line.number() > number && found.size() < most) {
                  found.add(line);
                }
              });
        }
      }
      from = pages.size() < PAGES_AT_ONCE ? 0 : pages.getLast().page() + 1;
    }
    return found;
  }

  /// The first page with a line behind a number; 0 if there is none.
  private int pageBehind(int file, int number) {
    return jdbc.sql(
            """
            select coalesce(min(page), 0) from settlement_page
            where file = :file and last_line > :number
            """)
        .param("file", file)
        .param("number", number)
        .query(Integer.class)
        .single();
  }

  /// A record that is no line, with its place among those of its file, from 1.
  record Quarantined(int ordinal, QuarantinedRecord broken) {}

  /// Tells all records of a file that could not be read, in their order.
  public void forEachQuarantined(int file, Consumer<QuarantinedRecord> records) {
    int after = 0;
    while (true) {
      List<Quarantined> found = quarantined(file, false, after, 500);
      if (found.isEmpty()) {
        return;
      }
      found.forEach(each -> records.accept(each.broken()));
      after = found.getLast().ordinal();
    }
  }

  /// Records of a file that are no lines.
  ///
  /// @param announced those that the bank has only announced, or else those that cannot be read
  List<Quarantined> quarantined(int file, boolean announced, int after, int most) {
    return jdbc.sql(
            """
            select q.ordinal, q.line, q.column_name, q.reason, q.detail, q.raw
            from settlement_quarantine q
            join settlement_file f on f.number = q.file and q.ordinal <= f.quarantined
            where q.file = :file and (q.reason = 'NOT_BOOKED') = :announced
              and q.ordinal > :after order by q.ordinal limit :most
            """)
        .param("file", file)
        .param("announced", announced)
        .param("after", after)
        .param("most", most)
        .query(
            (row, _) ->
                new Quarantined(
                    row.getInt("ordinal"),
                    new QuarantinedRecord(
                        row.getInt("line"),
                        Optional.ofNullable(row.getString("column_name")),
                        QuarantineReason.valueOf(row.getString("reason")),
                        row.getString("detail"),
                        row.getString("raw"))))
        .list();
  }
}
