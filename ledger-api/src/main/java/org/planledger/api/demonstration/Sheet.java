package org.planledger.api.demonstration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.planledger.core.device.SerialNumber;
import org.planledger.core.privacy.Commitments;
import org.planledger.core.privacy.InstallationKey;
import org.planledger.core.privacy.PrivateRows;
import org.planledger.core.reference.Commitment;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.reference.PlanId;
import org.planledger.core.store.UnitRow.DeviceSerial;
import org.planledger.core.store.UnitRow.PrivateValue;

/// The private values of one command, each kept beside it and not in it.
final class Sheet {

  private final PlanId plan;
  private final InstallationKey key;
  private final Commitments commitments;
  private final List<PrivateValue> values = new ArrayList<>();
  private final List<DeviceSerial> serials = new ArrayList<>();

  Sheet(PlanId plan, InstallationKey key, Commitments commitments) {
    this.plan = plan;
    this.key = key;
    this.commitments = commitments;
  }

  DeviceId device(String written) {
    SerialNumber serial = SerialNumber.of(written);
    DeviceId id = key.deviceId(serial);
    serials.add(new DeviceSerial(id.value(), serial.canonical(), serial.raw()));
    return id;
  }

  Commitment commitment(String kind, String text) {
    Commitments.Committed committed = commitments.commit(plan.toString(), kind, text);
    values.add(committed.row());
    return committed.commitment();
  }

  Optional<Commitment> some(String kind, String text) {
    return Optional.of(commitment(kind, text));
  }

  PrivateRows rows() {
    return new PrivateRows(values, serials);
  }
}
