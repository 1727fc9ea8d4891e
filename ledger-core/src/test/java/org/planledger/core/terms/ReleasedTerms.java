package org.planledger.core.terms;

import java.util.Map;
import java.util.Optional;
import org.planledger.core.json.TermsFile;

/// The released editions, read once for every test that asks them something. The system property
/// `terms.fresh` has them read anew each time: where classes are altered on purpose between two
/// tests, nothing may be left of what an altered one made of them.
public final class ReleasedTerms {

  private static final Optional<TermsBook> KEPT =
      Boolean.getBoolean("terms.fresh") ? Optional.empty() : Optional.of(read());

  private ReleasedTerms() {}

  public static Terms edition202210() {
    return edition("2022-10");
  }

  public static Terms edition202307() {
    return edition("2023-07");
  }

  private static Terms edition(String id) {
    return KEPT.orElseGet(ReleasedTerms::read).edition(new Edition(id)).orElseThrow();
  }

  private static TermsBook read() {
    return new TermsBook(TermsFile.released(), Map.of());
  }
}
