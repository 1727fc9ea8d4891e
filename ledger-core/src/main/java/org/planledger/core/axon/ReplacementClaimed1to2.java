package org.planledger.core.axon;

import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import tools.jackson.databind.node.ObjectNode;

/// The fee of a claimed replacement was an object, `fee`, in which `source` was a text. In every
/// other event `source` is an object that stands beside its amount, and since revision 2 it is here
/// too.
final class ReplacementClaimed1to2 extends SingleEventUpcaster {

  private static final SimpleSerializedType FROM =
      new SimpleSerializedType("ReplacementClaimed", "1");
  private static final SimpleSerializedType TO =
      new SimpleSerializedType("ReplacementClaimed", "2");

  @Override
  protected boolean canUpcast(IntermediateEventRepresentation event) {
    return event.getType().equals(FROM);
  }

  @Override
  protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
    return event.upcastPayload(TO, ObjectNode.class, ReplacementClaimed1to2::upcast);
  }

  /// What is missing in the old form is missing in the new one, and its reader says so.
  private static ObjectNode upcast(ObjectNode payload) {
    if (payload.remove("fee") instanceof ObjectNode fee) {
      payload.set("amount", fee.path("amount"));
      payload
          .putObject("source")
          .set("label", fee.path("source"))
          .set("sample", fee.path("sample"));
    }
    return payload;
  }
}
