package org.planledger.core.terms;

/// The plans an edition sells; how long each lasts and what it holds is in [PlanFigures].
public enum PlanType {
  ONE_YEAR,
  TWO_YEAR
}
