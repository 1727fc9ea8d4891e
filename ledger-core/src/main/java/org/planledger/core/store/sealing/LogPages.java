package org.planledger.core.store.sealing;

import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.planledger.core.evidence.DamagedEvidenceException;
import org.planledger.core.evidence.Hash;
import org.planledger.core.evidence.LogTree;
import org.planledger.core.store.AttemptRow;
import org.planledger.core.store.Bytes;
import org.planledger.core.store.EventRow;
import org.planledger.core.store.LedgerStore;
import org.planledger.core.store.MissingPositionException;
import org.planledger.core.store.PositionSpan;
import org.planledger.core.store.ReadRow;
import org.planledger.core.store.RecordHash;
import org.planledger.core.store.UnreadableRowException;

/// Leads the rows of all three logs past their checks, page by page, from checkpoint to checkpoint.
final class LogPages {

  private static final int PAGE = 1_000;

  private final Work work;
  private final LedgerStore store;
  private final Findings findings;
  private final LongConsumer done;
  private final Map<LogName, LogCheck> checks = new EnumMap<>(LogName.class);
  private final EventCheck events;
  private final CauseCheck causes;
  private final PrivateCheck privateRows;
  private final long alreadyDone;

  /// @param from the sizes up to which all is known to be well
  LogPages(
      Work work, LedgerStore store, Map<LogName, Long> from, Findings findings, LongConsumer done)
      throws SQLException {
    this.work = work;
    this.store = store;
    this.findings = findings;
    this.done = done;
    from.forEach((log, size) -> checks.put(log, check(log, size)));
    this.events = new EventCheck(store.events(), check(LogName.EVENTS).size(), findings);
    this.causes = new CauseCheck(work, check(LogName.ATTEMPTS).size(), findings);
    this.privateRows = new PrivateCheck(work, findings);
    this.alreadyDone = taken();
  }

  /// Where even the tiles of the start are gone, everything is compared with nothing.
  private LogCheck check(LogName log, long size) {
    try {
      return new LogCheck(work, log, size, findings);
    } catch (DamagedEvidenceException e) {
      findings.add("log_tile " + log, String.valueOf(e.getMessage()));
      return new LogCheck(work, log, 0, findings);
    }
  }

  private LogCheck check(LogName log) {
    LogCheck check = checks.get(log);
    if (check == null) {
      throw new IllegalStateException("Every log is checked");
    }
    return check;
  }

  private long taken() {
    return checks.values().stream().mapToLong(LogCheck::size).sum();
  }

  PrivateCheck privateRows() {
    return privateRows;
  }

  /// How many entries there are to be looked at.
  long total() throws SQLException {
    return work.first("select position + attempt + read from ledger_head", row -> row.getLong(1))
            .orElse(0L)
        - alreadyDone;
  }

  EventCheck events() {
    return events;
  }

  /// Whether the tiles lead to the roots of a checkpoint.
  void requireRoots(StoredCheckpoint checkpoint) {
    for (LogName log : LogName.values()) {
      long size = checkpoint.head(log).size();
      try {
        Hash root = new LogTree(new StoredTiles(work, log), size).root(size);
        if (!root.equals(checkpoint.head(log).root())) {
          findings.add(
              "log_tile " + log, "its root is not that of checkpoint " + checkpoint.number());
        }
      } catch (DamagedEvidenceException e) {
        findings.add("log_tile " + log, String.valueOf(e.getMessage()));
      }
    }
  }

  /// Looks at everything that a checkpoint covers.
  ///
  /// @return whether it came to the end, and was not stopped before
  boolean advance(StoredCheckpoint checkpoint, BooleanSupplier ending) {
    boolean on =
        pages(LogName.EVENTS, checkpoint, ending, this::takeEvents)
            && pages(LogName.ATTEMPTS, checkpoint, ending, this::takeAttempts)
            && pages(LogName.READS, checkpoint, ending, this::takeReads);
    if (on) {
      checks.values().forEach(check -> check.checkpoint(checkpoint));
    }
    return on;
  }

  private interface Taking {
    void upTo(LogCheck check, long last);
  }

  private boolean pages(
      LogName log, StoredCheckpoint checkpoint, BooleanSupplier ending, Taking taking) {
    LogCheck check = check(log);
    long size = checkpoint.head(log).size();
    while (check.size() < size) {
      if (ending.getAsBoolean()) {
        return false;
      }
      take(check, Math.min(size, check.size() + PAGE), taking);
      done.accept(taken() - alreadyDone);
    }
    return true;
  }

  private static void take(LogCheck check, long last, Taking taking) {
    try {
      taking.upTo(check, last);
    } catch (UnreadableRowException e) {
      if (e.number() > check.size() + 1) {
        taking.upTo(check, e.number() - 1);
      }
      check.unreadable();
    }
  }

  private void takeEvents(LogCheck check, long last) {
    try {
      take(check, store.events().between(new PositionSpan(check.size() + 1, last)));
    } catch (MissingPositionException e) {
      if (e.position() > check.size() + 1) {
        take(check, store.events().between(new PositionSpan(check.size() + 1, e.position() - 1)));
      }
      check.missing();
    }
  }

  private void take(LogCheck check, List<EventRow> page) {
    page.forEach(event -> check.next(events.next(event)));
  }

  private void takeAttempts(LogCheck check, long last) {
    List<AttemptRow> page =
        store.attempts().after(check.size(), (int) (last - check.size())).stream()
            .filter(row -> row.number() <= last)
            .toList();
    for (AttemptRow row : page) {
      take(check, row.number(), last, () -> RecordHash.leaf(row));
    }
    causes.next(page);
    privateRows.next(page);
    fill(check, last + 1);
  }

  private void takeReads(LogCheck check, long last) {
    for (ReadRow row : store.reads().after(check.size(), (int) (last - check.size()))) {
      take(check, row.number(), last, () -> RecordHash.leaf(row.read()));
    }
    fill(check, last + 1);
  }

  private static void take(LogCheck check, long number, long last, Supplier<Bytes> leaf) {
    if (number <= last) {
      fill(check, number);
      check.next(Hash.of(leaf.get().toArray()));
    }
  }

  /// What should have come before a number is missing.
  private static void fill(LogCheck check, long number) {
    while (check.size() + 1 < number) {
      check.missing();
    }
  }

  /// All that was sealed has been looked at: there is nothing outside of the logs' numbers.
  void end() throws SQLException {
    checks.values().forEach(LogCheck::end);
    causes.end();
    bounds("ledger_event", "position", "position");
    bounds("ledger_attempt", "number", "attempt");
    bounds("ledger_read", "number", "read");
  }

  private void bounds(String table, String column, String head) throws SQLException {
    work.list(
            "select t.%1$s from %2$s t, ledger_head h where t.%1$s < 1 or t.%1$s > h.%3$s limit 20"
                .formatted(column, table, head),
            row -> row.getLong(1))
        .forEach(
            number ->
                findings.add(table + " " + column + " " + number, "it lies outside of the log"));
  }
}
