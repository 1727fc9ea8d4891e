package org.planledger.core.plan;

import org.planledger.core.terms.Edition;
import org.planledger.core.terms.Terms;

/// The terms that something was decided under, and the SHA-256 of the file that held them.
public record TermsReference(Edition edition, String sha256) {

  public static TermsReference to(Terms terms) {
    return new TermsReference(terms.edition(), terms.sha256());
  }
}
