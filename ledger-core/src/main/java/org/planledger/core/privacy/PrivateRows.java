package org.planledger.core.privacy;

import java.util.ArrayList;
import java.util.List;
import org.planledger.core.store.UnitRow.DeviceSerial;
import org.planledger.core.store.UnitRow.PrivateValue;

/// The private values of one command: what its commitments and device ids stand for. They are kept
/// in side tables that can be erased, in the same transaction as the events, and only if the
/// command is accepted.
public record PrivateRows(List<PrivateValue> values, List<DeviceSerial> serials) {

  private static final PrivateRows NONE = new PrivateRows(List.of(), List.of());

  public PrivateRows {
    values = List.copyOf(values);
    serials = List.copyOf(serials);
  }

  public static PrivateRows none() {
    return NONE;
  }

  /// Both together.
  public PrivateRows and(PrivateRows more) {
    var allValues = new ArrayList<>(values);
    allValues.addAll(more.values);
    var allSerials = new ArrayList<>(serials);
    allSerials.addAll(more.serials);
    return new PrivateRows(allValues, allSerials);
  }
}
