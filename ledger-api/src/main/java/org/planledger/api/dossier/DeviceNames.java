package org.planledger.api.dossier;

import java.util.HashMap;
import java.util.Map;
import org.planledger.api.web.MaskedSerials;
import org.planledger.core.reference.DeviceId;

/// How the devices of one dossier are called: by the end of the serial number and the beginning of
/// the id.
final class DeviceNames {
  private static final int SHOWN_OF_AN_ID = 12;

  private final MaskedSerials serials;
  private final Map<String, String> masked = new HashMap<>();

  DeviceNames(MaskedSerials serials) {
    this.serials = serials;
  }

  String of(String deviceId) {
    return "%s (%s…)".formatted(masked(deviceId), deviceId.substring(0, SHOWN_OF_AN_ID));
  }

  /// The end of the serial number, as long as it has not been erased.
  String masked(String deviceId) {
    return masked.computeIfAbsent(
        deviceId, id -> serials.of(new DeviceId(id)).orElse("serial erased"));
  }
}
