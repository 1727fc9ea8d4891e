package org.planledger.core.plan;

import org.planledger.core.terms.Model;
import org.planledger.core.terms.ModelCode;
import org.planledger.core.terms.Terms;

/// The terms that a plan or a case was decided under at its beginning, and is decided under to its
/// end, whatever has been published since (decision A-53).
final class PinnedTerms {

  private PinnedTerms() {}

  static Terms of(Plan plan, Situation situation) {
    return edition(situation, plan.terms());
  }

  static Terms of(Case c, Situation situation) {
    return edition(situation, c.opened().terms());
  }

  /// The catalogue entry of a model that was accepted at its binding.
  static Model model(Terms terms, ModelCode code) {
    return terms
        .model(code)
        .orElseThrow(() -> new IllegalStateException("edition without model " + code.code()));
  }

  private static Terms edition(Situation situation, TermsReference pinned) {
    return situation
        .terms()
        .edition(pinned.edition())
        .filter(terms -> terms.sha256().equals(pinned.sha256()))
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "edition %s with digest %s is not at hand"
                        .formatted(pinned.edition().id(), pinned.sha256())));
  }
}
