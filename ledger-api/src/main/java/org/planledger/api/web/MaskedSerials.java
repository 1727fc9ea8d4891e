package org.planledger.api.web;

import java.util.Optional;
import org.planledger.core.device.SerialNumber;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.store.LedgerStore;
import org.planledger.core.store.Serials;
import org.springframework.stereotype.Component;

/// Shows the end of a serial number, by which a person tells devices apart without knowing more.
@Component
public final class MaskedSerials {
  private final Serials serials;

  MaskedSerials(LedgerStore store) {
    this.serials = store.serials();
  }

  /// None if the serial was erased.
  public Optional<String> of(DeviceId device) {
    return serials.of(device.value()).map(row -> SerialNumber.of(row.canonicalSerial()).masked());
  }
}
