package org.planledger.core.store.sealing;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.planledger.core.json.StoredCommitments;
import org.planledger.core.json.StoredJsonException;
import org.planledger.core.privacy.Commitments;
import org.planledger.core.reference.Commitment;
import org.planledger.core.store.AttemptRow;
import org.planledger.core.store.Bytes;
import org.planledger.core.store.LedgerStoreException;
import org.planledger.core.store.UnitRow.DeviceSerial;

/// Holds what lies beside the logs against what stands in them: private values against the
/// commitments in the commands that brought them, and serial numbers against the device ids made of
/// them. A value that is not there was erased, which is not damage.
final class PrivateCheck {

  private static final int AT_ONCE = 100;
  private static final int PAGE = 1_000;

  private static final String VALUES =
      "select reference, salt, content from private_value where reference in (?"
          + ", ?".repeat(AT_ONCE - 1)
          + ")";

  private final Work work;
  private final Findings findings;
  private final Map<String, Commitment> pending = new LinkedHashMap<>();

  PrivateCheck(Work work, Findings findings) {
    this.work = work;
    this.findings = findings;
  }

  /// Takes the next attempts.
  void next(List<AttemptRow> page) {
    for (AttemptRow attempt : page) {
      try {
        StoredCommitments.in(attempt.command().toArray())
            .forEach(each -> pending.put(each.reference().toString(), each));
      } catch (StoredJsonException e) {
        findings.add(
            "ledger_attempt number " + attempt.number(), "its command cannot be read any more");
      }
      if (pending.size() >= AT_ONCE) {
        compare();
      }
    }
    compare();
  }

  private void compare() {
    List<String> references = List.copyOf(pending.keySet());
    try {
      for (int from = 0; from < references.size(); from += AT_ONCE) {
        Object[] some = new Object[AT_ONCE];
        Arrays.fill(some, references.get(from));
        for (int i = 0; i < AT_ONCE && from + i < references.size(); i++) {
          some[i] = references.get(from + i);
        }
        work.list(
            VALUES,
            row -> compare(row.getString(1), Bytes.of(row.getBytes(2)), Bytes.of(row.getBytes(3))),
            some);
      }
    } catch (SQLException e) {
      throw new LedgerStoreException("Private values could not be read: " + e.getMessage(), e);
    }
    pending.clear();
  }

  private boolean compare(String reference, Bytes salt, Bytes value) {
    Commitment commitment = pending.get(reference);
    boolean well = commitment != null && Commitments.matches(commitment, salt, value);
    if (!well) {
      findings.add("private_value " + reference, "it is not what was committed to");
    }
    return well;
  }

  /// Looks at all serial numbers.
  ///
  /// @param fits whether a device id is made of the serial that stands beside it
  void serials(Predicate<DeviceSerial> fits) throws SQLException {
    String after = "";
    boolean more = true;
    while (more) {
      List<DeviceSerial> page =
          work.list(
              "select device_id, canonical_serial, raw_serial from device_serial"
                  + " where device_id > ? order by device_id limit "
                  + PAGE,
              row -> new DeviceSerial(row.getString(1), row.getString(2), row.getString(3)),
              after);
      page.stream()
          .filter(fits.negate())
          .forEach(
              serial ->
                  findings.add(
                      "device_serial " + serial.deviceId(), "the id is not made of its serial"));
      more = !page.isEmpty();
      after = more ? page.getLast().deviceId() : after;
    }
  }
}
