package org.planledger.core.reference;

import java.util.regex.Pattern;

/// Names one physical device without telling its serial number: a keyed hash of the canonical
/// serial in lower-case hexadecimal. Whoever holds the installation's serial key can link the two;
/// nobody else can (preamble, item 5: the serial is private).
public record DeviceId(String value) implements Comparable<DeviceId> {
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  public DeviceId {
    if (!HASH.matcher(value).matches()) {
      throw new IllegalArgumentException("a device id is 64 lower-case hexadecimal digits");
    }
  }

  /// Commands lock devices in this order, so that two commands never wait for each other.
  @Override
  public int compareTo(DeviceId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
