package org.planledger.core.terms;

import org.planledger.core.json.TermsFile;

/// The released edition, read once for every test that asks it something.
public final class ReleasedTerms {

  private static final Terms EDITION_2022_10 =
      TermsFile.released().stream()
          .filter(terms -> terms.edition().equals(new Edition("2022-10")))
          .findFirst()
          .orElseThrow();

  private ReleasedTerms() {}

  public static Terms edition202210() {
    return EDITION_2022_10;
  }
}
