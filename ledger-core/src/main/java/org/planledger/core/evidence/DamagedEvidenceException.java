package org.planledger.core.evidence;

/// What is stored does not fit together: something was lost, or somebody changed it. The message
/// says what and where, and never what the ledger recorded.
public final class DamagedEvidenceException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public DamagedEvidenceException(String what) {
    super(what);
  }
}
