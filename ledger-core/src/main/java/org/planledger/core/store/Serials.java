package org.planledger.core.store;

import java.util.Optional;
import javax.sql.DataSource;
import org.planledger.core.store.UnitRow.DeviceSerial;

/// Reads the serials behind device ids.
public final class Serials {

  private final DataSource dataSource;

  Serials(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /// The serial behind a device id, as it was first stored.
  public Optional<DeviceSerial> of(String deviceId) {
    return new Query(
            dataSource,
            "select device_id, canonical_serial, raw_serial from device_serial"
                + " where device_id = ?",
            deviceId)
        .first(row -> new DeviceSerial(row.getString(1), row.getString(2), row.getString(3)));
  }
}
