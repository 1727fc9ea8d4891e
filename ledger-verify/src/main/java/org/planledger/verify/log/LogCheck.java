package org.planledger.verify.log;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
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

  /// The next of the earlier checkpoints.
  private Map.@Nullable Entry<Long, Hash> nextEarlier;

  LogCheck(Checkpoint checkpoint, List<Checkpoint> earlier, Findings findings) {
    this.checkpoint = checkpoint;
    this.findings = findings;
    earlier.stream()
        .map(Checkpoint::events)
        .filter(head -> head.size() > 0)
        .forEach(head -> this.earlier.put(head.size(), head.root()));
    this.nextEarlier = this.earlier.firstEntry();
  }

  /// Takes the next events.
  ///
  /// @param block where they stand
  /// @param firstLine the number of the first of its lines
  void add(HashedEvents events, Block block, long firstLine) {
    byte[] hashes = events.hashes();
    for (int i = 0; i < events.size(); i++) {
      long position = events.position(i);
      if (position != due) {
        add(Check.POSITION, "position %d is due here".formatted(due), events, i, block, firstLine);
      }
      due = position + 1;
      int leaf = events.leaf(i);
      long sequence = streams.add(hashes, events.key(i), leaf, events.sequence(i));
      if (sequence != events.sequence(i)) {
        String message = "sequence %d is due here".formatted(sequence);
        add(Check.SEQUENCE, message, events, i, block, firstLine);
      }
      tree.add(hashes, leaf);
      if (nextEarlier != null && tree.size() == nextEarlier.getKey()) {
        if (!strayed) {
          compare(nextEarlier.getValue());
        }
        nextEarlier = earlier.higherEntry(tree.size());
      }
    }
  }

  private void add(
      Check check, String message, HashedEvents events, int index, Block block, long firstLine) {
    Place place = Place.WHOLE;
    if (findings.keepsMore()) {
      String stream = block.streamId(index);
      place =
          Place.event(stream, events.sequence(index), events.position(index))
              .onLine(firstLine + index);
    }
    findings.add(check, place, message);
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
