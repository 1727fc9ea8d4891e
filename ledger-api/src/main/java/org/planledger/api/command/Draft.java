package org.planledger.api.command;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.planledger.api.problem.Flaw;
import org.planledger.api.problem.FlawCode;
import org.planledger.api.problem.ProblemException;
import org.planledger.core.device.SerialNumber;
import org.planledger.core.privacy.Commitments;
import org.planledger.core.privacy.InstallationKey;
import org.planledger.core.privacy.PrivateRows;
import org.planledger.core.reference.AccountRef;
import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.Commitment;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.reference.PlanId;
import org.planledger.core.store.UnitRow.DeviceSerial;
import org.planledger.core.store.UnitRow.PrivateValue;

/// A command in the making: what it is aimed at, the private values it must not hold itself, and
/// what is wrong with it.
public final class Draft {
  /// The zone in which any day begins first.
  private static final ZoneOffset EARLIEST_ZONE = ZoneOffset.ofHours(14);

  private final PlanId planId;
  private final CaseId caseId;
  private final Instant now;
  private final String actor;
  private final InstallationKey key;
  private final Commitments commitments;
  private final List<PrivateValue> values = new ArrayList<>();
  private final List<DeviceSerial> serials = new ArrayList<>();
  private final List<Flaw> flaws = new ArrayList<>();

  Draft(Target target, Instant now, String actor, InstallationKey key, Commitments commitments) {
    this.planId = target.planId();
    this.caseId = target.caseId();
    this.now = now;
    this.actor = actor;
    this.key = key;
    this.commitments = commitments;
  }

  /// What a command is aimed at; ids that the path does not name are new.
  record Target(PlanId planId, CaseId caseId) {}

  public PlanId planId() {
    return planId;
  }

  /// The case of the path, or the id of a new one.
  public CaseId caseId() {
    return caseId;
  }

  /// When the request came in.
  public Instant now() {
    return now;
  }

  /// Who asks, by the header of the request.
  public String actor() {
    return actor;
  }

  /// The id of a device; its serial number is kept beside the command.
  public DeviceId device(SerialNumber serial) {
    var id = key.deviceId(serial);
    serials.add(new DeviceSerial(id.value(), serial.canonical(), serial.raw()));
    return id;
  }

  /// What stands for an account.
  public AccountRef account(String accountId) {
    return key.accountRef(accountId);
  }

  /// What stands for a private text, which is kept beside the command.
  ///
  /// @param kind which field it is, such as `case.description`
  public Commitment commitment(String kind, String text) {
    var committed = commitments.commit(planId.toString(), kind, text);
    values.add(committed.row());
    return committed.commitment();
  }

  /// The same for a text that may be left out.
  public Optional<Commitment> commitment(String kind, Optional<String> text) {
    return text.map(value -> commitment(kind, value));
  }

  /// Adds a flaw if a day has not begun anywhere.
  ///
  /// @param pointer the JSON pointer of the day
  public void notInTheFuture(LocalDate day, String pointer) {
    if (day.isAfter(LocalDate.ofInstant(now, EARLIEST_ZONE))) {
      flaw(pointer, FlawCode.IN_THE_FUTURE, "this day has not come yet");
    }
  }

  /// Adds what is wrong with the body of the request.
  public void flaw(String pointer, FlawCode code, String detail) {
    flaws.add(Flaw.inBody(pointer, code, detail));
  }

  PrivateRows privateRows() {
    return new PrivateRows(values, serials);
  }

  /// Ends a request of which anything was found wrong.
  public void refuseIfFlawed() {
    if (!flaws.isEmpty()) {
      throw ProblemException.malformed(flaws);
    }
  }
}
