package org.planledger.projections.fold;

import java.util.List;
import org.planledger.core.axon.RecordedEvent;
import org.planledger.core.device.DeviceEvent;
import org.planledger.core.plan.PlanEvent;

/// What a view makes of every event. It is called in the order of each stream, and it may be
/// called twice with the same event. It has no state and does nothing but change rows.
public interface Projection {

  /// The name of the view with its version, such as `fees_1`. Its place in the ledger and its dead
  /// letters are kept under it.
  String name();

  /// All that it writes.
  List<Table<?, ?>> tables();

  /// Takes in what happened to a plan.
  ///
  /// @param recorded the same event with what the ledger recorded about it
  void on(PlanEvent event, RecordedEvent<?> recorded, Rows rows);

  /// Takes in what happened to a device. Most views follow plans only.
  default void on(DeviceEvent event, RecordedEvent<?> recorded, Rows rows) {}

  /// Whether the view follows devices too.
  default boolean followsDevices() {
    return false;
  }
}
