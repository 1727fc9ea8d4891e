package org.planledger.core.plan;

import org.planledger.core.terms.Money;
import org.planledger.core.terms.Part;

/// One part of a discounted repair with what the customer pays for it.
///
/// @param part under the name of the terms
/// @param material the list price of the material
/// @param labour the list price of the labour
/// @param discounted whether the discount covers the part; if not, it costs the full price
/// @param payable what the customer pays for material and labour together
public record DiscountedLine(
    Part part, Money material, Money labour, boolean discounted, Money payable) {}
