package org.planledger.verify.log;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import org.planledger.verify.checkpoint.Checkpoint;
import org.planledger.verify.checkpoint.CheckpointCheck;
import org.planledger.verify.checkpoint.VerifierKeys;
import org.planledger.verify.input.InputFile;
import org.planledger.verify.input.UnusableInputException;
import org.planledger.verify.report.Check;
import org.planledger.verify.report.Place;
import org.planledger.verify.report.Report;

/// Verifies a whole exported log in one pass: every leaf, the chain of every stream, the root and
/// the map. In memory are a few blocks of lines and the end of every stream.
///
/// Reading JSON and hashing leaves is most of the work and is shared among all processors; what
/// depends on the order of the events is done by the one thread that reads.
public final class LogVerifier {

  private final VerifierKeys keys;
  private final LongConsumer progress;

  /// A verifier that trusts these keys.
  ///
  /// @param progress is told how many bytes of the input are done
  public LogVerifier(VerifierKeys keys, LongConsumer progress) {
    this.keys = keys;
    this.progress = progress;
  }

  /// Verifies a file.
  ///
  /// @param earlier checkpoints that somebody kept, which narrow down where a log was changed
  public Report verify(InputFile file, List<InputFile> earlier) {
    var kept = new ArrayList<Checkpoint>();
    for (InputFile note : earlier) {
      kept.add(Checkpoint.parse(note.title(), note.text(Checkpoint.MAX_NOTE_BYTES)));
    }
    try (InputStream in = file.open()) {
      return verify(new BlockReader(file.title(), in), file, kept);
    } catch (IOException e) {
      throw file.unreadable(e);
    }
  }

  private Report verify(BlockReader blocks, InputFile file, List<Checkpoint> earlier)
      throws IOException {
    Block first = blocks.block();
    if (!blocks.next(first)) {
      throw new UnusableInputException(file.title(), "there is nothing in it");
    }
    Checkpoint checkpoint = first.open().checkpoint();
    var report = new Report("log of " + checkpoint.origin());
    report.fact("format", ExportHeader.FORMAT);
    if (!CheckpointCheck.check(checkpoint, keys, "checkpoint", report)
        || !areOfTheSameLog(earlier, checkpoint, report)) {
      return report;
    }
    var check = new LogCheck(checkpoint, earlier, report.findings());
    fold(first, blocks, check);
    check.end(report);
    return report;
  }

  private boolean areOfTheSameLog(List<Checkpoint> earlier, Checkpoint checkpoint, Report report) {
    boolean good = true;
    for (int i = 0; i < earlier.size(); i++) {
      Checkpoint one = earlier.get(i);
      good &= CheckpointCheck.check(one, keys, "earlier" + (i + 1), report);
      if (!one.origin().equals(checkpoint.origin())
          || one.events().size() > checkpoint.events().size()) {
        report
            .findings()
            .add(
                Check.CONSISTENCY,
                Place.WHOLE,
                "earlier%d: it is no earlier checkpoint of the same log".formatted(i + 1));
        good = false;
      }
    }
    return good;
  }

  private void fold(Block first, BlockReader blocks, LogCheck check) throws IOException {
    int processors = Runtime.getRuntime().availableProcessors();
    var waiting = new ArrayDeque<Hashing>();
    var free = new ArrayDeque<Block>();
    try (ExecutorService hashing =
        Executors.newFixedThreadPool(processors, Thread.ofPlatform().daemon().factory())) {
      long bytes = 0;
      long line = 2;
      boolean more = true;
      waiting.add(Hashing.on(hashing, first));
      while (!waiting.isEmpty()) {
        while (more && waiting.size() < 2 * processors) {
          Block block = free.isEmpty() ? blocks.block() : free.pop();
          more = blocks.next(block);
          if (more) {
            waiting.add(Hashing.on(hashing, block));
          }
        }
        Hashing done = waiting.remove();
        HashedEvents events = done.events(line);
        check.add(events, done.block(), line);
        line += events.size();
        bytes += done.block().length();
        progress.accept(bytes);
        free.push(done.block());
      }
    }
  }

  /// A block at work.
  private record Hashing(Block block, Future<HashedEvents> future) {

    static Hashing on(ExecutorService threads, Block block) {
      return new Hashing(block, threads.submit(() -> block.events(1)));
    }

    /// Waits for the events of the block.
    ///
    /// @param firstLine the number of its first line, which only now is known
    HashedEvents events(long firstLine) {
      try {
        return future.get();
      } catch (ExecutionException e) {
        if (e.getCause() instanceof UnusableInputException) {
          // Once more, to name the right line.
          return block.events(firstLine);
        }
        throw new IllegalStateException(e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("the check was interrupted", e);
      }
    }
  }
}
