package org.planledger.api.job;

import java.io.Serial;

/// A job cannot be brought to its end, for a reason that whoever asked for it may know.
public final class JobFailedException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  public JobFailedException(String reason) {
    super(reason);
  }
}
