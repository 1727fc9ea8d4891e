package org.planledger.api.settlement.rehearsal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.planledger.api.settlement.format.LineSink;
import org.planledger.api.settlement.format.QuarantinedRecord;
import org.planledger.api.settlement.format.SettlementFiles;
import org.planledger.core.finance.matching.Inputs;
import org.planledger.core.finance.matching.LineFact;
import org.planledger.core.finance.matching.Matching;
import org.planledger.core.finance.matching.MatchingRules;
import org.planledger.core.finance.matching.UnreadableFact;
import org.planledger.core.finance.rehearsal.Measurement;
import org.planledger.core.finance.rehearsal.Origin;
import org.planledger.core.finance.rehearsal.Rehearsal;
import org.planledger.core.finance.settlement.LineKey;
import org.planledger.core.finance.settlement.SettlementLine;

/// The files of a rehearsal as they lie in its folder, read as the import reads them and matched by
/// the standard rules.
public final class MeasuredSet {

  private final Rehearsal rehearsal;
  private final RehearsalSet set;
  private final Path root;
  private final Map<LineKey, LineKey> own = new HashMap<>();
  private final List<UnreadableFact> unreadable = new ArrayList<>();

  private MeasuredSet(Rehearsal rehearsal, RehearsalSet set, Path root) {
    this.rehearsal = rehearsal;
    this.set = set;
    this.root = root;
  }

  /// Measures how good the matching of these files is.
  ///
  /// @throws org.planledger.api.settlement.format.UnreadableFileException if one of them cannot be
  ///     read
  public static Measurement.Figures measure(Rehearsal rehearsal, RehearsalSet set, Path root) {
    return new MeasuredSet(rehearsal, set, root).measure();
  }

  private Measurement.Figures measure() {
    var measurement = new Measurement(rehearsal, key -> own.getOrDefault(key, key));
    Matching.run(
        new Inputs(rehearsal::fees, this::lines, unreadable::forEach, List.of(), rehearsal.asOf()),
        MatchingRules.standard(),
        measurement);
    return measurement.figures();
  }

  private void lines(Consumer<? super LineFact> taker) {
    Map<Origin, List<LineKey>> keys = new EnumMap<>(Origin.class);
    for (var origin : Origin.values()) {
      List<LineKey> inOrder = new ArrayList<>();
      rehearsal.movements(origin, movement -> inOrder.add(movement.line().key()));
      keys.put(origin, inOrder);
    }
    keys.forEach(
        (origin, inOrder) ->
            SettlementFiles.read(
                set.file(root, origin),
                set.format(origin),
                set.mapping(origin),
                new Records(origin, inOrder, taker)));
  }

  /// The records of a file are in the order of the movements that they were made of.
  private final class Records implements LineSink {
    private final int file;
    private final List<LineKey> inOrder;
    private final Consumer<? super LineFact> taker;
    private int record;

    private Records(Origin origin, List<LineKey> inOrder, Consumer<? super LineFact> taker) {
      this.file = origin.fileNumber();
      this.inOrder = inOrder;
      this.taker = taker;
    }

    @Override
    public void line(SettlementLine line) {
      if (record < inOrder.size()) {
        own.put(line.key(), inOrder.get(record));
      }
      record++;
      taker.accept(LineFact.of(file, line));
    }

    @Override
    public void quarantined(QuarantinedRecord broken) {
      record++;
      unreadable.add(new UnreadableFact(file, broken.number(), broken.detail(), rehearsal.asOf()));
    }

    @Override
    public void reached(long bytes) {}
  }
}
