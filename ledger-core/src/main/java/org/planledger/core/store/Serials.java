package org.planledger.core.store;

import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.planledger.core.store.UnitRow.DeviceSerial;
import org.planledger.core.store.UnitRow.SerialLookup;

/// Reads the serials behind device ids, and who asked for them.
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

  /// All look-ups by serial in the order of their numbers, from after a number on; 0 for the
  /// start.
  public List<SerialLookupRow> lookupsAfter(long number, int limit) {
    return new Query(
            dataSource,
            "select number, device_id, client, actor, reason, found, looked_up_at"
                + " from device_lookup_log where number > ? order by number limit ?",
            number,
            limit)
        .list(
            row ->
                new SerialLookupRow(
                    row.getLong("number"),
                    new SerialLookup(
                        row.getString("device_id"),
                        row.getString("client"),
                        row.getString("actor"),
                        row.getString("reason"),
                        row.getBoolean("found"),
                        Query.instant(row, "looked_up_at"))));
  }
}
