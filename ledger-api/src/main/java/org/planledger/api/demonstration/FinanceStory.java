package org.planledger.api.demonstration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.planledger.api.finance.runs.FirstRun;
import org.planledger.api.settlement.KeptSettlements;
import org.planledger.api.settlement.OwnImports;
import org.planledger.api.settlement.SettlementFile;
import org.planledger.api.settlement.format.SettlementFormat;
import org.planledger.api.settlement.rehearsal.RehearsalFile;
import org.planledger.core.axon.Caller;
import org.planledger.core.finance.matching.FeeFact;
import org.planledger.core.finance.matching.FeeFold;
import org.planledger.core.finance.rehearsal.Movement;
import org.planledger.core.finance.rehearsal.Origin;
import org.planledger.core.store.LedgerEvents;
import org.planledger.projections.movements.MovementsQueries;
import org.planledger.projections.movements.MovementsQueries.Span;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/// The money of the book: a settlement of a card processor and a bank statement for the fees that
/// the ledger really has, imported and matched as anybody's are. It is told once; where somebody
/// has begun with finance, nothing is added.
@Component
@ConditionalOnBooleanProperty("ledger.demonstration.enabled")
final class FinanceStory {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String TELLER = "demonstration";
  private static final String CARD_FILE = "SAMPLE-card-settlement.csv";
  private static final String BANK_FILE = "SAMPLE-bank-statement.xml";

  private final MovementsQueries movements;
  private final LedgerEvents events;
  private final KeptSettlements settlements;
  private final OwnImports imports;
  private final FirstRun run;

  FinanceStory(
      MovementsQueries movements,
      LedgerEvents events,
      KeptSettlements settlements,
      OwnImports imports,
      FirstRun run) {
    this.movements = movements;
    this.events = events;
    this.settlements = settlements;
    this.imports = imports;
    this.run = run;
  }

  /// Tells it, as far as it was not told at an earlier start.
  ///
  /// @param ending whether the program is ending
  void tell(BooleanSupplier ending) {
    var files =
        settlements.files().stream().map(SettlementFile::fileName).collect(Collectors.toSet());
    long head = events.head();
    if (!run.isDue()
        || !Set.of(CARD_FILE, BANK_FILE).containsAll(files)
        || !movements.position().await(head, PATIENCE)) {
      return;
    }
    var all = SampleMovements.of(fees(head));
    if (!files.contains(CARD_FILE)) {
      file(all, Origin.CARD, SettlementFormat.STRIPE, CARD_FILE, ending);
    }
    if (!files.contains(BANK_FILE)) {
      file(all, Origin.BANK, SettlementFormat.CAMT_053, BANK_FILE, ending);
    }
    run.make(new Caller(TELLER, TELLER, Optional.empty()));
  }

  private List<FeeFact> fees(long upTo) {
    List<FeeFact> fees = new ArrayList<>();
    var fold = new FeeFold(story -> fees.add(story.fee()));
    try (var stories = movements.fees(Span.upTo(upTo))) {
      stories.forEach(fee -> fee.movements().forEach(fold::accept));
    }
    fold.finish();
    return fees;
  }

  private void file(
      List<Movement> all,
      Origin origin,
      SettlementFormat format,
      String name,
      BooleanSupplier ending) {
    try {
      Path draft = Files.createTempFile("sample", ".settlement");
      try {
        try (var file = RehearsalFile.open(format, draft)) {
          all.stream()
              .filter(movement -> movement.origin() == origin)
              .forEach(
                  movement -> {
                    if (movement.broken()) {
                      file.writeUnreadable(movement.line());
                    } else {
                      file.write(movement.line());
                    }
                  });
        }
        imports.take(draft, format, name, TELLER, ending);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
