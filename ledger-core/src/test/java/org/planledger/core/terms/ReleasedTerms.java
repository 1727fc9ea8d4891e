package org.planledger.core.terms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.planledger.core.json.TermsFile;

/// The released editions, read once for every test that asks them something. The system property
/// `terms.fresh` has them read anew each time: where classes are altered on purpose between two
/// tests, nothing may be left of what an altered one made of them.
public final class ReleasedTerms {

  private static final Optional<TermsBook> KEPT =
      Boolean.getBoolean("terms.fresh")
          ? Optional.empty()
          : Optional.of(new TermsBook(TermsFile.released(), Map.of()));

  private ReleasedTerms() {}

  public static Terms edition202210() {
    return edition("2022-10");
  }

  public static Terms edition202307() {
    return edition("2023-07");
  }

  private static Terms edition(String id) {
    return KEPT.map(book -> book.edition(new Edition(id)).orElseThrow()).orElseGet(() -> read(id));
  }

  private static Terms read(String id) {
    var name = id + ".json";
    try (var document = TermsFile.class.getResourceAsStream("/terms/" + name)) {
      return TermsFile.read(name, Objects.requireNonNull(document).readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
