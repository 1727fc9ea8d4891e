package org.planledger.core.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.planledger.core.reference.AccountRef;
import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.Commitment;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.reference.PlanId;
import org.planledger.core.terms.ModelCode;
import org.planledger.core.terms.Money;
import org.planledger.core.terms.Part;
import org.planledger.core.terms.RegionCode;

/// Who and what the tests talk about.
final class Named {
  static final PlanId P1 = plan("P1");
  static final PlanId P2 = plan("P2");

  static final CaseId A = aCase("A");
  static final CaseId B = aCase("B");
  static final CaseId C = aCase("C");
  static final CaseId D = aCase("D");
  static final CaseId E = aCase("E");
  static final CaseId F = aCase("F");
  static final CaseId G = aCase("G");
  static final CaseId H = aCase("H");

  static final DeviceId S0 = device("S0");
  static final DeviceId S1 = device("S1");
  static final DeviceId S2 = device("S2");
  static final DeviceId S3 = device("S3");
  static final DeviceId S4 = device("S4");

  static final AccountRef HOLDER = new AccountRef(sha256("holder"));
  static final AccountRef STRANGER = new AccountRef(sha256("stranger"));

  static final Part AIRCRAFT = Part.of("AIRCRAFT");
  static final Part GIMBAL = Part.of("GIMBAL");
  static final Part CAMERA = Part.of("CAMERA");
  static final Part PROPELLER_PAIR = Part.of("PROPELLER_PAIR");
  static final Part BATTERY = Part.of("BATTERY");
  static final Part MAIN_CONTROLLER = Part.of("MAIN_CONTROLLER");

  private Named() {}

  static PlanId plan(String name) {
    return new PlanId(uuid("plan " + name));
  }

  static CaseId aCase(String name) {
    return new CaseId(uuid("case " + name));
  }

  static DeviceId device(String name) {
    return new DeviceId(sha256("device " + name));
  }

  static RegionCode region(String code) {
    return new RegionCode(code);
  }

  static ModelCode model(String code) {
    return new ModelCode(code);
  }

  /// A private value that is kept elsewhere.
  static Commitment said(String text) {
    return new Commitment(uuid(text), sha256(text));
  }

  /// `money("USD 159.00")`: the digits are the minor units, however many the currency has.
  static Money money(String text) {
    var currencyAndDigits = text.split(" ", 2);
    return Money.of(
        Long.parseLong(currencyAndDigits[1].replace(".", "").replace(",", "")),
        currencyAndDigits[0]);
  }

  static String sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static UUID uuid(String text) {
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
