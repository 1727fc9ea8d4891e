package org.planledger.core.plan;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.planledger.core.reference.Commitment;
import org.planledger.core.rule.RefusalCode;

/// Grounds of refusal that are overruled for one request, which has no case yet (decision A-59).
///
/// @param approvedBy who agreed; not the actor
/// @param actor who asks for it
public record Waiver(Set<RefusalCode> codes, Commitment reason, String approvedBy, String actor) {

  public Waiver {
    codes = Collections.unmodifiableSet(new TreeSet<>(codes));
  }
}
