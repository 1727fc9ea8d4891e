package org.planledger.api.backup;

/// A backup cannot be put back, for a reason that is said in one line.
public final class BackupRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public BackupRefusedException(String line) {
    super(line);
  }

  BackupRefusedException(String line, Throwable cause) {
    super(line, cause);
  }
}
