package org.planledger.api.finance.trails;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.planledger.api.finance.findings.KeptArrivals;
import org.planledger.api.finance.findings.MatchRow;
import org.planledger.api.finance.findings.Runs;
import org.planledger.api.finance.sources.SettlementFiles;
import org.planledger.api.finance.sources.SettlementFiles.Days;
import org.planledger.api.finance.sources.SettlementFiles.FileFact;
import org.planledger.core.finance.matching.PayoutName;
import org.planledger.core.finance.settlement.LineType;
import org.planledger.core.finance.settlement.SettlementLine;
import org.springframework.stereotype.Component;

/// What belongs to one payout: the lines of the processor that it is made of, and that of the bank
/// where it has arrived.
@Component
final class PayoutTrails {

  /// How far apart the lines of a payout, and its arrival at the bank, may have been booked.
  private static final int LONGEST_PAYOUT_DAYS = 60;

  private final Runs runs;
  private final KeptArrivals arrivals;
  private final SettlementFiles files;

  PayoutTrails(Runs runs, KeptArrivals arrivals, SettlementFiles files) {
    this.runs = runs;
    this.arrivals = arrivals;
    this.files = files;
  }

  /// The payout or batch that a line of a processor is part of.
  static Optional<PayoutName> of(int file, SettlementLine line) {
    return line.payoutId()
        .map(id -> new PayoutName(id, Optional.empty()))
        .or(() -> line.batchId().map(id -> new PayoutName(id, Optional.of(file))));
  }

  /// The match in which it has arrived; none if it has not.
  Optional<MatchRow> arrival(PayoutName name) {
    return arrivals.find(runs.standing(), name);
  }

  /// Its lines, each once, and no more than so many, in whichever files they are.
  ///
  /// @param near a day on which something of it was booked
  List<TrailLineAnswer> lines(PayoutName name, LocalDate near, int most) {
    var days = new Days(near.minusDays(LONGEST_PAYOUT_DAYS), near.plusDays(LONGEST_PAYOUT_DAYS));
    Map<String, TrailLineAnswer> found = new LinkedHashMap<>();
    name.file()
        .map(Stream::of)
        .orElseGet(() -> booked(days))
        .forEach(file -> find(file, name, most, found));
    return List.copyOf(found.values());
  }

  private Stream<Integer> booked(Days days) {
    return files.between(0, files.newest()).stream()
        .filter(file -> file.days().filter(days::overlap).isPresent())
        .map(FileFact::number);
  }

  private void find(int file, PayoutName name, int most, Map<String, TrailLineAnswer> found) {
    var pages = files.pages(file);
    while (found.size() < most && pages.hasNext()) {
      for (var line : pages.next()) {
        if (found.size() < most && isPart(line, name)) {
          found.putIfAbsent(line.key().hex(), TrailLineAnswer.of(file, line));
        }
      }
    }
  }

  private static boolean isPart(SettlementLine line, PayoutName name) {
    return line.type() != LineType.BANK_CREDIT
        && line.type() != LineType.BANK_DEBIT
        && line.payoutId().or(line::batchId).filter(name.id()::equals).isPresent()
        && line.payoutId().isPresent() == name.file().isEmpty();
  }
}
