package org.planledger.core.terms;

import java.util.Map;
import org.planledger.core.json.TermsFile;

/// The released editions, read once for every test that asks them something.
public final class ReleasedTerms {

  private static final TermsBook BOOK = new TermsBook(TermsFile.released(), Map.of());
  private static final Terms EDITION_2022_10 = edition("2022-10");
  private static final Terms EDITION_2023_07 = edition("2023-07");

  private ReleasedTerms() {}

  public static Terms edition202210() {
    return EDITION_2022_10;
  }

  public static Terms edition202307() {
    return EDITION_2023_07;
  }

  private static Terms edition(String id) {
    return BOOK.edition(new Edition(id)).orElseThrow();
  }
}
