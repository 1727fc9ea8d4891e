package org.planledger.verify.checkpoint;

import java.util.LinkedHashMap;
import org.planledger.verify.report.Check;
import org.planledger.verify.report.Place;
import org.planledger.verify.report.Report;

/// Looks whether a checkpoint is signed by somebody who is trusted.
public final class CheckpointCheck {

  private CheckpointCheck() {}

  /// Adds to a report what the checkpoint says and who signed it.
  ///
  /// @param name what the checkpoint is called in the report
  /// @return whether it is to be believed
  public static boolean check(
      Checkpoint checkpoint, VerifierKeys keys, String name, Report report) {
    var signing = checkpoint.verify(keys);
    var fact = new LinkedHashMap<String, Object>();
    fact.put("origin", checkpoint.origin());
    fact.put("size", checkpoint.events().size());
    fact.put("root", checkpoint.events().root());
    fact.put("map", checkpoint.map());
    fact.put("attempts", checkpoint.attempts().size());
    fact.put("reads", checkpoint.reads().size());
    fact.put("time", checkpoint.time());
    fact.put("signedBy", signing.signedBy().stream().map(VerifierKey::id).toList());
    report.fact(name, fact);
    signing
        .objection()
        .ifPresent(
            objection ->
                report.findings().add(Check.SIGNATURE, Place.WHOLE, name + ": " + objection));
    return signing.objection().isEmpty();
  }
}
