package org.planledger.core.store;

/// The two kinds of stream, in the order in which one unit stores their events: devices come
/// first, so that a race for a device is lost on the device's stream and blamed on it, and not
/// on the plan that merely came along.
public enum StreamType {
  /// The life of one device, whatever plans cover it.
  DEVICE,
  /// The life of one plan with its cases.
  PLAN
}
