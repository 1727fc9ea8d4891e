package org.planledger.api.command;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.planledger.api.problem.Flaw;
import org.planledger.api.problem.FlawCode;
import org.planledger.api.problem.ProblemException;
import org.planledger.api.problem.ProblemType;
import org.planledger.api.problem.Traces;
import org.planledger.core.axon.Caller;

/// What the headers of a command say: who asks, under which key, and what has to be the case.
///
/// @param key the idempotency key; none on a rehearsal
/// @param precondition what `If-Match` asks for
record Head(Caller caller, Optional<String> key, Precondition precondition) {
  static final String IDEMPOTENCY_KEY = "Idempotency-Key";
  static final String CLIENT = "Ledger-Client";
  static final String ACTOR = "Ledger-Actor";
  static final String IF_MATCH = "If-Match";

  /// Who asks as long as nobody has to say so.
  static final String TRIAL = "trial";

  private static final int MIN_KEY_CHARACTERS = 16;
  private static final int MAX_KEY_CHARACTERS = 255;
  private static final Pattern NAME = Pattern.compile(PersonName.FORM);
  private static final Pattern KEY =
      Pattern.compile("[ -~]{%d,%d}".formatted(MIN_KEY_CHARACTERS, MAX_KEY_CHARACTERS));
  private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"\\\\]|\\\\[\"\\\\])*)\"");
  private static final Pattern TAG = Pattern.compile("\"([0-9]{1,18})\"");

  /// The head of a command; throws [ProblemException] if it has no key or anything is wrong.
  static Head ofCommand(HttpServletRequest request) {
    if (request.getHeader(IDEMPOTENCY_KEY) == null) {
      throw ProblemException.of(
          ProblemType.IDEMPOTENCY_KEY_MISSING,
          "Send the header %s with a new value for each command: %d to %d printable ASCII characters."
              .formatted(IDEMPOTENCY_KEY, MIN_KEY_CHARACTERS, MAX_KEY_CHARACTERS));
    }
    return read(request, true);
  }

  /// The head of a rehearsal, which needs no key.
  static Head ofPreview(HttpServletRequest request) {
    return read(request, false);
  }

  /// Who asks.
  static Caller caller(HttpServletRequest request) {
    return read(request, false).caller();
  }

  private static Head read(HttpServletRequest request, boolean withKey) {
    var flaws = new ArrayList<Flaw>();
    var client = name(request, CLIENT, flaws);
    var actor = name(request, ACTOR, flaws);
    var key = withKey ? key(request, flaws) : Optional.<String>empty();
    var precondition = precondition(request, flaws);
    if (!flaws.isEmpty()) {
      throw ProblemException.malformed(flaws);
    }
    var caller = new Caller(client, actor, Optional.of(Traces.parentOf(request)));
    return new Head(caller, key, precondition);
  }

  private static String name(HttpServletRequest request, String header, List<Flaw> flaws) {
    var sent = values(request, header);
    if (sent.isEmpty()) {
      return TRIAL;
    }
    if (sent.size() > 1 || !NAME.matcher(sent.getFirst()).matches()) {
      flaws.add(
          Flaw.inHeader(
              header, FlawCode.BAD_FORMAT, "one name of 1 to 64 printable ASCII characters"));
      return TRIAL;
    }
    return sent.getFirst();
  }

  private static Optional<String> key(HttpServletRequest request, List<Flaw> flaws) {
    var sent = values(request, IDEMPOTENCY_KEY);
    var key = sent.size() == 1 ? unquoted(sent.getFirst()) : "";
    if (!KEY.matcher(key).matches()) {
      flaws.add(
          Flaw.inHeader(
              IDEMPOTENCY_KEY,
              FlawCode.BAD_FORMAT,
              "one key of %d to %d printable ASCII characters"
                  .formatted(MIN_KEY_CHARACTERS, MAX_KEY_CHARACTERS)));
      return Optional.empty();
    }
    return Optional.of(key);
  }

  /// The draft standard writes the key as a quoted string, most clients write it bare; both name
  /// the same key.
  private static String unquoted(String value) {
    var quoted = QUOTED.matcher(value);
    return quoted.matches() ? quoted.group(1).replaceAll("\\\\(.)", "$1") : value;
  }

  private static Precondition precondition(HttpServletRequest request, List<Flaw> flaws) {
    var sent = values(request, IF_MATCH);
    if (sent.isEmpty()) {
      return new Precondition.None();
    }
    if (sent.size() > 1 || sent.getFirst().contains(",")) {
      flaws.add(
          Flaw.inHeader(
              IF_MATCH, FlawCode.BAD_FORMAT, "one entity tag, as the plan was read with it"));
      return new Precondition.None();
    }
    var value = sent.getFirst().strip();
    var tag = TAG.matcher(value);
    if (tag.matches()) {
      return new Precondition.AtSequence(Long.parseLong(tag.group(1)));
    }
    // `*` asks for a plan that exists, which every command on a plan does anyway. Any other tag was
    // never given out, so it matches nothing.
    return value.equals("*") ? new Precondition.Exists() : new Precondition.Never();
  }

  private static List<String> values(HttpServletRequest request, String header) {
    return Collections.list(request.getHeaders(header));
  }
}
