package org.planledger.core.device;

/// What a device is now; of several that are true the furthest is shown.
public enum DeviceStatus {
  ACTIVE,
  SUPERSEDED,
  RESTRICTED,
  OWNED_BY_PROVIDER,
  UNBOUND
}
