package org.planledger.core.json;

import java.util.ArrayList;
import java.util.List;

/// Collects what is wrong with one document.
final class TermsFileProblems {

  private final String file;
  private final List<TermsFileException.Problem> found = new ArrayList<>();

  TermsFileProblems(String file) {
    this.file = file;
  }

  void add(String path, String reason) {
    found.add(new TermsFileException.Problem(path, reason));
  }

  /// Records the problem unless the condition holds.
  void require(boolean condition, String path, String reason) {
    if (!condition) {
      add(path, reason);
    }
  }

  void throwIfAny() {
    if (!found.isEmpty()) {
      throw new TermsFileException(file, found);
    }
  }
}
