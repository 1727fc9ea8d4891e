package org.planledger.api.settlement.format;

import java.io.Serial;
import java.util.Optional;

/// One record cannot be read; the next one may.
final class BrokenRecordException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final transient Optional<String> column;
  private final QuarantineReason reason;

  private BrokenRecordException(Optional<String> column, QuarantineReason reason, String detail) {
    // Without a stack trace: a file may be full of them.
    super(detail, null, false, false);
    this.column = column;
    this.reason = reason;
  }

  static BrokenRecordException in(String column, QuarantineReason reason, String detail) {
    return new BrokenRecordException(Optional.of(column), reason, detail);
  }

  static BrokenRecordException of(QuarantineReason reason, String detail) {
    return new BrokenRecordException(Optional.empty(), reason, detail);
  }

  QuarantinedRecord at(int number, String raw) {
    return new QuarantinedRecord(number, column, reason, String.valueOf(getMessage()), raw);
  }
}
