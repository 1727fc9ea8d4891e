package org.planledger.verify.log;

import java.util.ArrayList;
import java.util.List;
import org.planledger.verify.checkpoint.Checkpoint;
import org.planledger.verify.checkpoint.CheckpointCheck;
import org.planledger.verify.checkpoint.LogHead;
import org.planledger.verify.checkpoint.VerifierKeys;
import org.planledger.verify.input.InputFile;
import org.planledger.verify.input.JsonReader;
import org.planledger.verify.proof.LogTree;
import org.planledger.verify.report.Check;
import org.planledger.verify.report.Findings;
import org.planledger.verify.report.Place;
import org.planledger.verify.report.Report;

/// Checks that a later checkpoint extends an earlier one: nothing that was there then has been
/// changed or taken away since.
public final class ConsistencyCheck {

  private static final int MAX_PROOF_BYTES = 1 << 20;

  private final VerifierKeys keys;

  public ConsistencyCheck(VerifierKeys keys) {
    this.keys = keys;
  }

  /// Checks two checkpoints with the proofs between them, one for each of the logs that are to be
  /// looked at.
  public Report check(InputFile older, InputFile newer, List<InputFile> proofs) {
    var old = Checkpoint.parse(older.title(), older.text(Checkpoint.MAX_NOTE_BYTES));
    var now = Checkpoint.parse(newer.title(), newer.text(Checkpoint.MAX_NOTE_BYTES));
    var read = new ArrayList<ConsistencyProof>();
    for (InputFile file : proofs) {
      read.add(ConsistencyProof.read(new JsonReader(file.title(), file.bytes(MAX_PROOF_BYTES))));
    }
    var report = new Report("checkpoints of %s".formatted(old.origin()));
    boolean oldSigned = CheckpointCheck.check(old, keys, "older", report);
    boolean newSigned = CheckpointCheck.check(now, keys, "newer", report);
    if (oldSigned && newSigned) {
      compare(old, now, report.findings());
      read.forEach(proof -> check(proof, old, now, report.findings()));
    }
    report.fact("proven", read.stream().map(ConsistencyProof::log).toList());
    return report;
  }

  /// What needs no proof.
  private static void compare(Checkpoint old, Checkpoint now, Findings findings) {
    if (!old.origin().equals(now.origin())) {
      add(findings, "they are of two ledgers, %s and %s".formatted(old.origin(), now.origin()));
    }
    shrinks("events", old.events(), now.events(), findings);
    shrinks("attempts", old.attempts(), now.attempts(), findings);
    shrinks("reads", old.reads(), now.reads(), findings);
    if (old.events().equals(now.events()) && !old.map().equals(now.map())) {
      add(findings, "the same events are said to make two different maps of streams");
    }
  }

  private static void shrinks(String log, LogHead old, LogHead now, Findings findings) {
    if (old.size() > now.size()) {
      add(findings, "the log of %s had %d and has %d".formatted(log, old.size(), now.size()));
    } else if (old.size() == now.size() && !old.root().equals(now.root())) {
      add(
          findings,
          "the log of %s has two different roots at the size %d: it was forked"
              .formatted(log, old.size()));
    }
  }

  private static void check(
      ConsistencyProof proof, Checkpoint old, Checkpoint now, Findings findings) {
    LogHead from = proof.head(old);
    LogHead to = proof.head(now);
    if (proof.from() != from.size() || proof.to() != to.size()) {
      add(
          findings,
          "the proof is about the sizes %d and %d of the log of %s, the checkpoints have %d and %d"
              .formatted(proof.from(), proof.to(), proof.log(), from.size(), to.size()));
    } else if (!LogTree.extendsTo(from.size(), from.root(), to.size(), to.root(), proof.proof())) {
      add(
          findings,
          "the log of %s at size %d does not begin with what it was at size %d"
              .formatted(proof.log(), to.size(), from.size()));
    }
  }

  private static void add(Findings findings, String message) {
    findings.add(Check.CONSISTENCY, Place.WHOLE, message);
  }
}
