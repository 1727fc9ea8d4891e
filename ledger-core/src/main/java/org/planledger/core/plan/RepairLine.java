package org.planledger.core.plan;

import org.planledger.core.terms.Money;
import org.planledger.core.terms.Part;

/// One part that is to be repaired, at the list price of its material and labour; neither is below
/// nothing.
public record RepairLine(Part part, Money material, Money labour) {

  public RepairLine {
    if (material.minor() < 0 || labour.minor() < 0) {
      throw new IllegalArgumentException("a list price is not below nothing: " + part.code());
    }
  }
}
