package org.planledger.core.store;

import org.axonframework.modelling.command.ConcurrencyException;

/// Another unit stored an event at the same place of the same stream first. Nothing was written;
/// handled again on the newer state, the command may well succeed. Where a unit lost on several
/// streams, the first in the order of [StreamType] is named.
final class StreamConflictException extends ConcurrencyException {

  private static final long serialVersionUID = 1L;

  private final StreamType streamType;
  private final String streamId;
  private final long sequence;

  StreamConflictException(StreamType streamType, String streamId, long sequence, Throwable cause) {
    super(
        "Another command has already stored event "
            + sequence
            + " of the "
            + switch (streamType) {
              case DEVICE -> "device ";
              case PLAN -> "plan ";
            }
            + streamId,
        cause);
    this.streamType = streamType;
    this.streamId = streamId;
    this.sequence = sequence;
  }

  public StreamType streamType() {
    return streamType;
  }

  String streamId() {
    return streamId;
  }

  /// The sequence that both units wanted to store.
  public long sequence() {
    return sequence;
  }
}
