package org.planledger.core.plan;

/// Where a product was bought (clauses 2.2, 4).
public enum SalesChannel {
  OFFICIAL,
  AUTHORISED,
  OTHER
}
