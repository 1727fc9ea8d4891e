package org.planledger.api.settlement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.planledger.api.job.JobFailedException;
import org.planledger.api.settlement.format.LineSink;
import org.planledger.api.settlement.format.QuarantinedRecord;
import org.planledger.core.finance.settlement.LinePage;
import org.planledger.core.finance.settlement.SettlementLine;
import org.planledger.core.terms.Money;

/// Takes in what is read from a file: makes pages of it, and sums it up.
final class Intake implements LineSink {

  private static final int LINES_OF_A_PAGE = 500;
  private static final int BYTES_OF_A_PAGE = 400_000;
  private static final int BROKEN_AT_ONCE = 100;
  private static final int SHOWN = 20;

  private final SettlementSettings settings;
  private final Optional<PageStore> store;
  private final BooleanSupplier ending;
  private final Map<String, Sum> sums = new TreeMap<>();
  private List<QuarantinedRecord> broken = new ArrayList<>();
  private LinePage page = new LinePage();
  private int firstOfPage;
  private int lastOfPage;
  private int lineCount;
  private int brokenCount;
  private int announcedCount;
  private @Nullable LocalDate firstDay;
  private @Nullable LocalDate lastDay;
  private final List<QuarantinedRecord> firstBroken = new CopyOnWriteArrayList<>();
  private volatile List<SettlementTotal> totals = List.of();
  private volatile long bytes;
  private volatile int lines;
  private volatile int quarantined;
  private volatile int notBooked;

  /// @param store none if nothing is to be kept
  /// @param ending whether the program is ending
  Intake(SettlementSettings settings, Optional<PageStore> store, BooleanSupplier ending) {
    this.settings = settings;
    this.store = store;
    this.ending = ending;
  }

  private static final class Sum {
    private int lines;
    private long fee;
    private long net;
  }

  @Override
  public void line(SettlementLine line) {
    if (page.lines() == 0) {
      firstOfPage = line.number();
    }
    lastOfPage = line.number();
    page.add(line);
    sumUp(line);
    lines = ++lineCount;
    requireFew();
    if (page.lines() == LINES_OF_A_PAGE || page.size() >= BYTES_OF_A_PAGE) {
      turnPage();
    }
  }

  private void sumUp(SettlementLine line) {
    Money net = line.net();
    Sum sum = sums.computeIfAbsent(net.currency().getCurrencyCode(), _ -> new Sum());
    sum.lines++;
    // Five million amounts below a million millions do not overflow.
    sum.fee += line.feeMinor();
    sum.net += net.minor();
    LocalDate day = line.bookedOn();
    if (firstDay == null || day.isBefore(firstDay)) {
      firstDay = day;
    }
    if (lastDay == null || day.isAfter(lastDay)) {
      lastDay = day;
    }
  }

  private void turnPage() {
    if (page.lines() > 0) {
      LinePage full = page;
      store.ifPresent(s -> s.put(new PageStore.Batch.Lines(full, firstOfPage, lastOfPage)));
      page = new LinePage();
    }
  }

  @Override
  public void quarantined(QuarantinedRecord record) {
    broken.add(record);
    if (record.isAnnounced()) {
      notBooked = ++announcedCount;
    } else {
      requireReadable(record);
    }
    requireFew();
    if (broken.size() == BROKEN_AT_ONCE) {
      handOverBroken();
    }
  }

  private void requireReadable(QuarantinedRecord record) {
    if (firstBroken.size() < SHOWN) {
      firstBroken.add(record);
    }
    quarantined = ++brokenCount;
    if (brokenCount > settings.maxQuarantined()) {
      throw new JobFailedException(
          ("More than %,d records cannot be read, so this is hardly the right format or mapping."
                  + " The last of them, %d: %s")
              .formatted(settings.maxQuarantined(), record.number(), record.detail()));
    }
  }

  private void handOverBroken() {
    if (!broken.isEmpty()) {
      List<QuarantinedRecord> some = broken;
      store.ifPresent(s -> s.put(new PageStore.Batch.Broken(some)));
      broken = new ArrayList<>();
    }
  }

  private void requireFew() {
    if (lineCount + brokenCount + announcedCount > settings.maxRecords()) {
      throw new JobFailedException(
          ("The file has more than %,d records, which ledger.settlement.max-records allows:"
                  + " import it in parts.")
              .formatted(settings.maxRecords()));
    }
  }

  @Override
  public void reached(long reached) {
    bytes = reached;
    if (ending.getAsBoolean()) {
      throw new JobFailedException("The program ended before the import did.");
    }
  }

  /// The file has ended.
  ///
  /// @return on how many pages its lines lie
  int end() {
    turnPage();
    handOverBroken();
    totals =
        sums.entrySet().stream()
            .map(
                sum ->
                    new SettlementTotal(
                        sum.getKey(), sum.getValue().lines, sum.getValue().fee, sum.getValue().net))
            .toList();
    return store.map(PageStore::end).orElse(0);
  }

  long bytes() {
    return bytes;
  }

  int lines() {
    return lines;
  }

  int quarantinedRecords() {
    return quarantined;
  }

  /// How many the bank has only announced.
  int notBooked() {
    return notBooked;
  }

  Optional<LocalDate> firstDay() {
    return Optional.ofNullable(firstDay);
  }

  Optional<LocalDate> lastDay() {
    return Optional.ofNullable(lastDay);
  }

  /// None before the end.
  List<SettlementTotal> totals() {
    return totals;
  }

  /// The first of the records that could not be read.
  List<QuarantinedRecord> firstBroken() {
    return List.copyOf(firstBroken);
  }
}
