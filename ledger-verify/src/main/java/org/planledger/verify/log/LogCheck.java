package org.planledger.verify.log;

import java.util.List;
import java.util.TreeMap;
import org.planledger.verify.checkpoint.Checkpoint;
import org.planledger.verify.proof.Hash;
import org.planledger.verify.proof.LogTree;
import org.planledger.verify.report.Check;
import org.planledger.verify.report.Findings;
import org.planledger.verify.report.Place;
import org.planledger.verify.report.Report;

/// Takes the events of a log in their order and says at the end whether they are the ones that its
/// checkpoint commits to.
final class LogCheck {

  private final Checkpoint checkpoint;

  /// Earlier checkpoints, by size: each says whether the log was still right there.
  private final TreeMap<Long, Hash> earlier = new TreeMap<>();

  private final Findings findings;
  private final LogTree tree = new LogTree();
  private final StreamEnds streams = new StreamEnds();
  private long due = 1;
  private long lastGood;
  private boolean strayed;

  LogCheck(Checkpoint checkpoint, List<Checkpoint> earlier, Findings findings) {
    this.checkpoint = checkpoint;
    this.findings = findings;
    earlier.forEach(one -> this.earlier.put(one.events().size(), one.events().root()));
  }

  /// Takes the next event.
  ///
  /// @param line in which line of the export it stands
  void add(ExportedEvent event, long line) {
    Place place = Place.event(event.streamId(), event.sequence(), event.position()).onLine(line);
    if (event.position() != due) {
      findings.add(Check.POSITION, place, "position %d is due here".formatted(due));
    }
    due = event.position() + 1;
    streams
        .add(event)
        .ifPresent(
            sequence ->
                findings.add(Check.SEQUENCE, place, "sequence %d is due here".formatted(sequence)));
    tree.add(event.leaf());
    Hash root = earlier.get(tree.size());
    if (root != null && !strayed) {
      compare(root);
    }
  }

  /// All events have been added.
  void end(Report report) {
    report.fact("events", tree.size());
    report.fact("streams", streams.size());
    long size = checkpoint.events().size();
    Place end = Place.position(Math.min(tree.size(), size) + 1);
    if (tree.size() < size) {
      findings.add(
          Check.ROOT,
          end,
          "the log ends here, and its checkpoint covers %d events".formatted(size));
    } else if (tree.size() > size) {
      findings.add(
          Check.ROOT, end, "the log goes on, and its checkpoint covers %d events".formatted(size));
    } else if (!tree.root().equals(checkpoint.events().root())) {
      findings.add(
          Check.ROOT,
          Place.WHOLE,
          ("the events do not lead to the root of the checkpoint: one of those from position %d to"
                  + " %d was changed, moved or replaced")
              .formatted(lastGood + 1, size));
    }
    if (!streams.mapRoot().equals(checkpoint.map())) {
      findings.add(
          Check.MAP,
          Place.WHOLE,
          "the streams do not end where the map of the checkpoint says they do");
    }
  }

  private void compare(Hash root) {
    if (tree.root().equals(root)) {
      lastGood = tree.size();
      return;
    }
    strayed = true;
    findings.add(
        Check.CONSISTENCY,
        Place.position(lastGood + 1),
        "by an earlier checkpoint one of the events from position %d to %d was changed, moved or"
                .formatted(lastGood + 1, tree.size())
            + " replaced");
  }
}
