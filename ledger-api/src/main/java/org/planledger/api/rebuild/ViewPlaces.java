package org.planledger.api.rebuild;

import org.planledger.projections.page.ViewPosition;

/// Knows how far each view has come in the ledger.
@FunctionalInterface
public interface ViewPlaces {

  /// How far a view has come.
  ViewPosition of(String view);
}
