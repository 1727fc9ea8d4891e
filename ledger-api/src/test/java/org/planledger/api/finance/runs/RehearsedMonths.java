package org.planledger.api.finance.runs;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.planledger.api.finance.sources.FeeMovements;
import org.planledger.api.finance.sources.SettlementFiles;
import org.planledger.core.finance.accounts.FeeMovement;
import org.planledger.core.finance.accounts.MovementKind;
import org.planledger.core.finance.matching.FeeFact;
import org.planledger.core.finance.matching.UnreadableFact;
import org.planledger.core.finance.rehearsal.Origin;
import org.planledger.core.finance.rehearsal.Rehearsal;
import org.planledger.core.finance.settlement.SettlementLine;
import org.planledger.core.plan.FeePurpose;
import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.PlanId;
import org.planledger.core.terms.Money;
import org.planledger.core.terms.RegionCode;
import org.planledger.core.terms.Service;

/// A rehearsal as two months see it: files 1 to 3 have what was booked up to a day, files 4 to 6
/// what came later.
final class RehearsedMonths implements SettlementFiles, FeeMovements {

  private static final int FILES = 3;

  private final Rehearsal rehearsal;
  private final Map<Integer, List<SettlementLine>> lines = new TreeMap<>();
  private final Map<Integer, List<UnreadableFact>> broken = new TreeMap<>();
  private final List<List<FeeMovement>> fees = new ArrayList<>();
  private long positionAtSplit;
  private long lastPosition;

  RehearsedMonths(Rehearsal rehearsal, LocalDate split) {
    this(rehearsal, split, false);
  }

  /// @param repeating whether files 4 to 6 say again all that files 1 to 3 have said
  RehearsedMonths(Rehearsal rehearsal, LocalDate split, boolean repeating) {
    this.rehearsal = rehearsal;
    for (var origin : Origin.values()) {
      rehearsal.movements(
          origin,
          movement -> {
            var line = movement.line();
            boolean isLater = line.bookedOn().isAfter(split);
            int file = origin.fileNumber() + (isLater ? FILES : 0);
            if (movement.broken()) {
              broken
                  .computeIfAbsent(file, _ -> new ArrayList<>())
                  .add(new UnreadableFact(file, line.number(), "it is broken", line.bookedOn()));
            } else {
              lines.computeIfAbsent(file, _ -> new ArrayList<>()).add(line);
              if (repeating && !isLater) {
                lines.computeIfAbsent(file + FILES, _ -> new ArrayList<>()).add(line);
              }
            }
          });
    }
    rehearsal.fees(
        fee -> {
          var movements = movements(fee);
          fees.add(movements);
          long last = movements.getLast().position();
          lastPosition = Math.max(lastPosition, last);
          if (!fee.quotedOn().isAfter(split)) {
            positionAtSplit = Math.max(positionAtSplit, last);
          }
        });
  }

  LocalDate asOf() {
    return rehearsal.asOf();
  }

  long positionAtSplit() {
    return positionAtSplit;
  }

  long lastPosition() {
    return lastPosition;
  }

  void fees(Consumer<FeeFact> taker) {
    rehearsal.fees(taker);
  }

  /// What the ledger has put into clearing for a fee.
  static long recorded(FeeFact fee) {
    return fee.captured().map(captured -> captured.amount().minor()).orElse(0L)
        - fee.refunds().stream().mapToLong(refund -> refund.amount().minor()).sum();
  }

  private static List<FeeMovement> movements(FeeFact fee) {
    var all = new ArrayList<FeeMovement>();
    all.add(
        movement(
            fee, fee.position(), MovementKind.QUOTED, fee.quoted(), fee.quotedOn(), "quoted", ""));
    if (fee.cancelled()) {
      all.add(
          movement(
              fee,
              fee.position() + 1,
              MovementKind.CANCELLED,
              fee.quoted(),
              fee.quotedOn(),
              "cancelled",
              ""));
    }
    fee.captured()
        .ifPresent(
            captured ->
                all.add(
                    movement(
                        fee,
                        captured.position(),
                        MovementKind.CAPTURED,
                        captured.amount(),
                        captured.on(),
                        "captured",
                        captured.reference())));
    for (var refund : fee.refunds()) {
      all.add(
          movement(
              fee,
              refund.position(),
              MovementKind.REFUNDED,
              refund.amount(),
              refund.on(),
              refund.eventId(),
              ""));
    }
    return all;
  }

  private static FeeMovement movement(
      FeeFact fee,
      long position,
      MovementKind kind,
      Money amount,
      LocalDate on,
      String eventId,
      String reference) {
    Instant at = on.atTime(12, 0).toInstant(ZoneOffset.UTC);
    return new FeeMovement(
        position,
        1,
        eventId,
        at,
        at,
        kind,
        fee.feeId(),
        fee.position(),
        new PlanId(UUID.fromString(fee.planId())),
        new CaseId(UUID.fromString(fee.caseId())),
        FeePurpose.SERVICE_FEE,
        Service.REPLACEMENT,
        Optional.empty(),
        Optional.empty(),
        new RegionCode("US"),
        "LAX",
        amount,
        Optional.of(reference).filter(text -> !text.isEmpty()),
        "2.5.1",
        false);
  }

  @Override
  public int newest() {
    return 2 * FILES;
  }

  @Override
  public List<FileFact> between(long after, long upTo) {
    var files = new ArrayList<FileFact>();
    for (int file = 1; file <= 2 * FILES; file++) {
      if (file > after && file <= upTo) {
        files.add(
            new FileFact(
                file,
                "%064x".formatted(file),
                lines.getOrDefault(file, List.of()).size(),
                days(file)));
      }
    }
    return files;
  }

  @Override
  public void lines(int file, Consumer<SettlementLine> taker) {
    lines.getOrDefault(file, List.of()).forEach(taker);
  }

  private Optional<Days> days(int file) {
    var booked =
        lines.getOrDefault(file, List.of()).stream()
            .map(SettlementLine::bookedOn)
            .sorted()
            .toList();
    return booked.isEmpty()
        ? Optional.empty()
        : Optional.of(new Days(booked.getFirst(), booked.getLast()));
  }

  @Override
  public void lines(int file, BitSet numbers, Consumer<SettlementLine> taker) {
    lines(
        file,
        line -> {
          if (numbers.get(line.number())) {
            taker.accept(line);
          }
        });
  }

  @Override
  public Iterator<List<SettlementLine>> pages(int file) {
    return List.of(lines.getOrDefault(file, List.of())).iterator();
  }

  @Override
  public Optional<SettlementLine> line(int file, int number) {
    return lines.getOrDefault(file, List.of()).stream()
        .filter(line -> line.number() == number)
        .findFirst();
  }

  @Override
  public void quarantined(int file, Consumer<UnreadableFact> records) {
    broken.getOrDefault(file, List.of()).forEach(records);
  }

  @Override
  public boolean await(long position) {
    return true;
  }

  @Override
  public void quotedAfter(long quotedAfter, long upTo, Consumer<FeeMovement> taker) {
    tell(fee -> fee.getFirst().feePosition() > quotedAfter, upTo, taker);
  }

  private void tell(Predicate<List<FeeMovement>> which, long upTo, Consumer<FeeMovement> taker) {
    fees.stream()
        .filter(which)
        .forEach(fee -> fee.stream().filter(each -> each.position() <= upTo).forEach(taker));
  }

  @Override
  public Earlier earlier(long quotedUpTo, long upTo) {
    return new Earlier() {
      private Stream<List<FeeMovement>> all() {
        return fees.stream().filter(fee -> fee.getFirst().feePosition() <= quotedUpTo);
      }

      private static String id(List<FeeMovement> fee) {
        return fee.getFirst().feeId();
      }

      private Stream<String> references(List<FeeMovement> fee) {
        return fee.stream()
            .filter(each -> each.position() <= upTo)
            .flatMap(each -> each.paymentReference().stream());
      }

      @Override
      public long movements() {
        return all().mapToLong(List::size).sum();
      }

      @Override
      public List<String> movedSince() {
        return all()
            .filter(
                fee ->
                    fee.stream()
                        .anyMatch(each -> each.position() > quotedUpTo && each.position() <= upTo))
            .map(fee -> id(fee))
            .toList();
      }

      @Override
      public Set<String> paidUnder(Collection<String> asked) {
        return all()
            .filter(fee -> references(fee).anyMatch(asked::contains))
            .map(fee -> id(fee))
            .collect(Collectors.toSet());
      }

      @Override
      public Set<String> named(Predicate<String> name) {
        return all()
            .filter(fee -> name.test(id(fee)) || references(fee).anyMatch(name))
            .map(fee -> id(fee))
            .collect(Collectors.toSet());
      }

      @Override
      public void tell(Collection<String> feeIds, Consumer<FeeMovement> taker) {
        RehearsedMonths.this.tell(
            fee -> fee.getFirst().feePosition() <= quotedUpTo && feeIds.contains(id(fee)),
            upTo,
            taker);
      }
    };
  }

  @Override
  public List<FeeMovement> ofFee(String feeId) {
    return fees.stream()
        .filter(fee -> fee.getFirst().feeId().equals(feeId))
        .findFirst()
        .orElse(List.of());
  }
}
