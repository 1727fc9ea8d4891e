package org.planledger.api.web;

import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.planledger.api.problem.Flaw;
import org.planledger.api.problem.FlawCode;
import org.planledger.api.problem.ProblemException;
import org.planledger.api.problem.ProblemType;
import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.reference.PlanId;
import org.planledger.core.terms.Edition;
import org.planledger.core.terms.ModelCode;

/// Reads the variable parts of a path; each method throws [ProblemException] for a text that names
/// nothing of its kind.
public final class Ids {
  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

  private Ids() {}

  public static PlanId plan(String text) {
    return new PlanId(uuid("planId", text));
  }

  public static CaseId caseOf(String text) {
    return new CaseId(uuid("caseId", text));
  }

  /// The id of a sweep, a simulation, a verification or a rebuild, by the name it has in the path.
  public static UUID job(String name, String text) {
    return uuid(name, text);
  }

  public static DeviceId device(String text) {
    return word(
        "deviceId",
        text,
        DeviceId::new,
        "a device id is 64 lower-case hexadecimal digits; POST /v1/device-lookups finds the one of"
            + " a serial number");
  }

  /// A model code; one that has not even the form of a code names no model.
  public static ModelCode model(String text) {
    try {
      return new ModelCode(text);
    } catch (IllegalArgumentException e) {
      throw ProblemException.of(ProblemType.UNKNOWN_MODEL);
    }
  }

  public static Edition edition(String text) {
    try {
      return new Edition(text);
    } catch (IllegalArgumentException e) {
      throw ProblemException.of(ProblemType.UNKNOWN_EDITION);
    }
  }

  /// A number from one on.
  public static long number(String name, String text) {
    if (!NUMBER.matcher(text).matches()) {
      throw malformed(name, "a whole number from 1 on is expected");
    }
    return Long.parseLong(text);
  }

  /// A number from zero on.
  public static long count(String name, String text) {
    if (!text.equals("0") && !NUMBER.matcher(text).matches()) {
      throw malformed(name, "a whole number from 0 on is expected");
    }
    return Long.parseLong(text);
  }

  private static UUID uuid(String name, String text) {
    if (!UUID_FORM.matcher(text).matches()) {
      throw malformed(name, "a UUID of 36 characters is expected");
    }
    return UUID.fromString(text);
  }

  private static <T> T word(String name, String text, Function<String, T> of, String help) {
    try {
      return of.apply(text);
    } catch (IllegalArgumentException e) {
      throw malformed(name, help);
    }
  }

  private static ProblemException malformed(String name, String detail) {
    return ProblemException.malformed(Flaw.inPath(name, FlawCode.BAD_FORMAT, detail));
  }
}
