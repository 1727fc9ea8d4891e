package org.planledger.api.configuration;

import javax.sql.DataSource;
import org.planledger.api.start.StartRefusedException;
import org.planledger.core.device.SerialNumber;
import org.planledger.core.privacy.InstallationKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Makes sure that the ledger is opened with the key it was begun with. Under another one every
/// device would look new, and could be bound a second time.
final class SerialKeyCheck {

  private record Known(String deviceId, String canonicalSerial) {}

  private SerialKeyCheck() {}

  /// @throws StartRefusedException if a device that the ledger knows has another id under this key
  static void require(InstallationKey key, DataSource application) {
    JdbcClient.create(application)
        .sql("select device_id, canonical_serial from device_serial order by device_id limit 1")
        .query(Known.class)
        .optional()
        .filter(known -> !idUnder(key, known).equals(known.deviceId))
        .ifPresent(
            known -> {
              throw new StartRefusedException(
                  "This ledger was begun with another key for serials: set LEDGER_SERIAL_KEY to"
                      + " that one, or no device would be recognised");
            });
  }

  private static String idUnder(InstallationKey key, Known known) {
    return key.deviceId(SerialNumber.of(known.canonicalSerial)).value();
  }
}
