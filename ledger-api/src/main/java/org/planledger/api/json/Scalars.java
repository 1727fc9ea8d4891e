package org.planledger.api.json;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Currency;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.planledger.api.problem.FlawCode;
import org.planledger.core.terms.Money;
import tools.jackson.databind.JsonNode;

/// Reads the values that have no inner structure.
final class Scalars {
  static final String MOMENT_IN_WORDS =
      "a date and time with its offset from UTC, such as 2023-03-03T14:05:00+01:00";
  static final String DAY_IN_WORDS = "a day such as 2023-03-03";

  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final String DAY_AND_TIME =
      "[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,9})?)?";
  private static final Pattern WITHOUT_OFFSET = Pattern.compile(DAY_AND_TIME);
  private static final Pattern MOMENT =
      Pattern.compile(DAY_AND_TIME + "([Zz]|[+-][0-9]{2}:[0-9]{2})");

  private final Instant now;
  private final RequestLimits limits;
  private final Flaws flaws;

  /// Takes up what is wrong.
  interface Flaws {
    void add(Pointer at, FlawCode code, String detail);
  }

  Scalars(Instant now, RequestLimits limits, Flaws flaws) {
    this.now = now;
    this.limits = limits;
    this.flaws = flaws;
  }

  @Nullable Object text(JsonNode node, Kind.Text kind, Pointer at) {
    var text = node.stringValue();
    if (text.isBlank()) {
      return refuse(at, FlawCode.EMPTY, "an empty text says nothing");
    }
    if (text.codePointCount(0, text.length()) > kind.maxCharacters()) {
      return refuse(
          at, FlawCode.TOO_LONG, "at most %d characters fit here".formatted(kind.maxCharacters()));
    }
    if (text.codePoints().anyMatch(c -> !printable(c, kind.lines()))) {
      return refuse(
          at, FlawCode.BAD_CHARACTER, "a control character or half a character stands in here");
    }
    if (kind.form().isPresent() && !kind.form().get().pattern().matcher(text).matches()) {
      return refuse(at, FlawCode.BAD_FORMAT, kind.form().get().inWords() + " is expected");
    }
    return text;
  }

  @Nullable Object moment(JsonNode node, Kind.Moment kind, Pointer at) {
    var text = node.stringValue();
    if (WITHOUT_OFFSET.matcher(text).matches() && isDateTime(text)) {
      return refuse(
          at,
          FlawCode.OFFSET_MISSING,
          "without an offset from UTC this could be many moments; add one, such as %s or %s"
              .formatted(text + "Z", text + "+01:00"));
    }
    if (!MOMENT.matcher(text).matches()) {
      return refuse(at, FlawCode.BAD_FORMAT, MOMENT_IN_WORDS + " is expected");
    }
    try {
      // The store keeps microseconds; what is finer would not survive.
      var moment = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
      return reasonable(LocalDate.ofInstant(moment, ZoneOffset.UTC), at)
          ? inTime(moment, kind, at)
          : null;
    } catch (DateTimeException e) {
      return refuse(at, FlawCode.BAD_FORMAT, "no calendar has this day or time");
    }
  }

  @Nullable Object day(JsonNode node, Pointer at) {
    var text = node.stringValue();
    if (!DAY.matcher(text).matches()) {
      return refuse(at, FlawCode.BAD_FORMAT, DAY_IN_WORDS + " is expected");
    }
    try {
      var day = LocalDate.parse(text);
      return reasonable(day, at) ? day : null;
    } catch (DateTimeException e) {
      return refuse(at, FlawCode.BAD_FORMAT, "no calendar has this day");
    }
  }

  @Nullable Object whole(JsonNode node, Kind.Whole kind, Pointer at) {
    var number = node.bigIntegerValue();
    if (number.compareTo(BigInteger.valueOf(kind.least())) < 0
        || number.compareTo(BigInteger.valueOf(kind.most())) > 0) {
      return refuse(
          at,
          FlawCode.OUT_OF_RANGE,
          "a whole number from %d to %d is expected".formatted(kind.least(), kind.most()));
    }
    return kind.wide() ? (Object) number.longValueExact() : (Object) number.intValueExact();
  }

  @Nullable Object choice(JsonNode node, Kind.Choice kind, Pointer at) {
    var name = node.stringValue();
    for (var constant : kind.constants().getEnumConstants()) {
      if (constant.name().equals(name)) {
        return constant;
      }
    }
    return refuse(at, FlawCode.UNKNOWN_VALUE, "one of " + names(kind) + " is expected");
  }

  @Nullable Object money(MoneyFields fields, Pointer at) {
    try {
      return new Money(fields.minor(), Currency.getInstance(fields.currency()));
    } catch (IllegalArgumentException e) {
      return refuse(
          at.to("currency"), FlawCode.UNKNOWN_VALUE, "ISO 4217 has no currency of this code");
    }
  }

  static String names(Kind.Choice choice) {
    return Arrays.stream(choice.constants().getEnumConstants())
        .map(Enum::name)
        .collect(Collectors.joining(", "));
  }

  private @Nullable Object inTime(Instant moment, Kind.Moment kind, Pointer at) {
    if (moment.isAfter(now.plus(limits.ahead()))) {
      return refuse(
          at,
          FlawCode.IN_THE_FUTURE,
          "this moment has not come yet; the server's clock says %s"
              .formatted(now.truncatedTo(ChronoUnit.SECONDS)));
    }
    if (kind.business() && limits.back().filter(b -> moment.isBefore(now.minus(b))).isPresent()) {
      return refuse(
          at,
          FlawCode.TOO_FAR_BACK,
          "this installation takes commands up to %d days late"
              .formatted(limits.back().orElseThrow().toDays()));
    }
    return moment;
  }

  private boolean reasonable(LocalDate day, Pointer at) {
    if (day.isBefore(limits.earliestDay()) || day.isAfter(limits.latestDay())) {
      refuse(
          at,
          FlawCode.UNREASONABLE_DATE,
          "days from %s to %s are expected".formatted(limits.earliestDay(), limits.latestDay()));
      return false;
    }
    return true;
  }

  private @Nullable Object refuse(Pointer at, FlawCode code, String detail) {
    flaws.add(at, code, detail);
    return null;
  }

  private static boolean isDateTime(String text) {
    try {
      LocalDateTime.parse(text.replace('t', 'T'));
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  /// Anything a person can write. Line breaks and tabs are for texts of several lines only.
  private static boolean printable(int character, boolean lines) {
    if (character == '\n' || character == '\r' || character == '\t') {
      return lines;
    }
    return switch (Character.getType(character)) {
      case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED -> false;
      default -> true;
    };
  }
}
