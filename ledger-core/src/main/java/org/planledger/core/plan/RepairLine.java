package org.planledger.core.plan;

import org.planledger.core.terms.Money;
import org.planledger.core.terms.Part;

/// One part that is to be repaired, at the list price of its material and labour.
public record RepairLine(Part part, Money material, Money labour) {}
