package org.planledger.core.axon;

import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;

/// All steps from an older form of an event to the next newer one, in the order in which the forms
/// changed. None has changed yet. A step is named after its event and its two revisions, as in
/// `ReplacementShipped_1to2`, works on the tree of JSON and turns one event into one event.
final class Upcasters {

  private Upcasters() {}

  static EventUpcaster chain() {
    return new EventUpcasterChain();
  }
}
