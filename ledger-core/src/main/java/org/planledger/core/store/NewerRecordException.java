package org.planledger.core.store;

/// Something in the store was written by a newer version of the program, in a form that this one
/// does not know. Whoever has to understand it stops here; whoever needs no more than its bytes
/// goes on. It says what was met, where, and that an upgrade helps.
public final class NewerRecordException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private NewerRecordException(String message) {
    super(message);
  }

  /// An event of a type, or of a revision of its type, that is not known here.
  public static NewerRecordException event(EventRow row) {
    return event(
        "Event %d of stream %s, at position %d,"
            .formatted(row.sequence(), row.streamId(), row.position()),
        row.type(),
        row.revision());
  }

  /// The same of one that was read as part of its stream, without its position.
  static NewerRecordException event(String streamId, long sequence, String type, String revision) {
    return event("Event %d of stream %s".formatted(sequence, streamId), type, revision);
  }

  private static NewerRecordException event(String place, String type, String revision) {
    return new NewerRecordException(
        "%s is a %s of revision %s. ".formatted(place, type, revision) + HELP);
  }

  /// An attempt with a command, or a decision, that is not known here.
  public static NewerRecordException attempt(AttemptRow row, String unknown) {
    return new NewerRecordException(
        "Attempt %d, a %s, cannot be understood: %s. "
                .formatted(row.number(), row.commandType(), unknown)
            + HELP);
  }

  private static final String HELP =
      "This version of the program does not know it: upgrade to the version that wrote it.";
}
