package org.planledger.core.store.sealing;

import org.planledger.core.evidence.Checkpoint;
import org.planledger.core.evidence.SignedNote;
import org.planledger.core.evidence.TreeHead;

/// A checkpoint that was signed.
///
/// @param number its place among all checkpoints, from 1 and without gaps
/// @param checkpoint what it says
/// @param note the signed text
public record StoredCheckpoint(long number, Checkpoint checkpoint, String note) {

  static StoredCheckpoint of(long number, String note) {
    return new StoredCheckpoint(number, Checkpoint.parse(SignedNote.parse(note).body()), note);
  }

  /// The head of a log.
  public TreeHead head(LogName log) {
    return switch (log) {
      case EVENTS -> checkpoint.events();
      case ATTEMPTS -> checkpoint.attempts();
      case READS -> checkpoint.reads();
    };
  }
}
