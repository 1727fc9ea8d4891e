package org.planledger.api.simulation;

import java.util.ArrayList;
import java.util.List;
import org.planledger.api.json.CanonicalJson;
import org.planledger.api.problem.Flaw;
import org.planledger.api.problem.FlawCode;
import org.planledger.api.problem.ProblemException;
import org.planledger.core.json.TermsFile;
import org.planledger.core.json.TermsFileException;
import org.planledger.core.terms.Edition;
import org.planledger.core.terms.Terms;
import org.planledger.core.terms.TermsBook;
import tools.jackson.databind.node.ObjectNode;

/// Takes a candidate out of a request. A document is checked as the released ones are, and every
/// problem comes back with its place.
final class Candidates {
  /// A document full of problems is not listed in full.
  private static final int MAX_FLAWS = 50;

  private static final String FIELD = "/candidate";

  private Candidates() {}

  /// The candidate of a request; throws [ProblemException] if there is none, or one too many, or
  /// if anything is wrong with it.
  static Terms of(SimulationRequest request, TermsBook book) {
    if (request.edition().isPresent() == request.candidate().isPresent()) {
      throw ProblemException.malformed(
          Flaw.inBody(
              "", FlawCode.DOES_NOT_FIT, "name an edition or send a candidate, one of the two"));
    }
    return request
        .edition()
        .map(edition -> known(edition, "/edition", book))
        .orElseGet(() -> read(request.candidate().orElseThrow()));
  }

  /// The editions that the candidate is to stand in place of.
  static List<Edition> inPlaceOf(SimulationRequest request, TermsBook book) {
    return request
        .inPlaceOf()
        .map(edition -> List.of(known(edition, "/inPlaceOf", book).edition()))
        .orElseGet(() -> book.editions().stream().map(Terms::edition).toList());
  }

  private static Terms known(Edition edition, String pointer, TermsBook book) {
    return book.edition(edition)
        .orElseThrow(
            () ->
                ProblemException.malformed(
                    Flaw.inBody(
                        pointer,
                        FlawCode.UNKNOWN_EDITION,
                        "no such edition; GET /v1/terms lists them")));
  }

  private static Terms read(ObjectNode document) {
    try {
      return TermsFile.read("candidate", CanonicalJson.bytes(document));
    } catch (TermsFileException e) {
      var flaws = new ArrayList<Flaw>();
      for (var problem : e.problems().stream().limit(MAX_FLAWS).toList()) {
        flaws.add(Flaw.inBody(FIELD + problem.path(), FlawCode.BAD_TERMS, problem.reason()));
      }
      throw ProblemException.malformed(flaws);
    }
  }
}
