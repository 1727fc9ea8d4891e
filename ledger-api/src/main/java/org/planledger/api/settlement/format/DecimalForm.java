package org.planledger.api.settlement.format;

import java.util.Currency;

/// How amounts are written, and what they are in minor units. Nothing is ever a floating-point
/// number, and nothing is rounded.
///
/// @param decimal the mark before the decimal places
/// @param thousands the mark between groups of digits, or 0 for none
record DecimalForm(char decimal, char thousands) {

  /// `1234.50`, as programs write it.
  static final DecimalForm PLAIN = new DecimalForm('.', (char) 0);

  /// A million millions, in whole units: no fee is so dear, and no sum of them.
  private static final long TOO_LARGE = 1_000_000_000_000L;

  private static final int LONGEST = 40;

  /// The amount in minor units. A sign may stand before or behind it, and an amount in parentheses
  /// is below zero, as accountants write it.
  ///
  /// @throws BrokenRecordException if the text is no amount of that currency
  long minor(String text, Currency currency, String column) {
    String digits = text.strip();
    if (digits.length() > LONGEST) {
      throw bad(column, digits.substring(0, LONGEST) + "...");
    }
    boolean negative = false;
    if (digits.length() > 2 && digits.startsWith("(") && digits.endsWith(")")) {
      negative = true;
      digits = digits.substring(1, digits.length() - 1);
    } else if (!digits.isEmpty()) {
      char first = digits.charAt(0);
      char last = digits.charAt(digits.length() - 1);
      if (first == '-' || first == '+') {
        negative = first == '-';
        digits = digits.substring(1);
      } else if (last == '-' || last == '+') {
        negative = last == '-';
        digits = digits.substring(0, digits.length() - 1);
      }
    }
    long minor = unsigned(digits.strip(), currency, column, text);
    return negative ? -minor : minor;
  }

  private long unsigned(String digits, Currency currency, String column, String text) {
    int places = currency.getDefaultFractionDigits();
    int mark = digits.indexOf(decimal);
    int wholeEnd = mark < 0 ? digits.length() : mark;
    long whole = whole(digits, wholeEnd, column, text);
    long fraction = 0;
    int taken = 0;
    for (int i = wholeEnd + 1; i < digits.length(); i++) {
      int digit = digit(digits.charAt(i), column, text);
      if (taken < places) {
        fraction = fraction * 10 + digit;
        taken++;
      } else if (digit != 0) {
        throw BrokenRecordException.in(
            column,
            QuarantineReason.TOO_PRECISE,
            "%s has more decimal places than %s, which has %d"
                .formatted(text, currency.getCurrencyCode(), places));
      }
    }
    if (mark == digits.length() - 1 && mark >= 0) {
      throw bad(column, text);
    }
    long scale = 1;
    for (int i = 0; i < places; i++) {
      scale *= 10;
      if (i >= taken) {
        fraction *= 10;
      }
    }
    return whole * scale + fraction;
  }

  private long whole(String digits, int end, String column, String text) {
    if (end == 0) {
      throw bad(column, text);
    }
    long whole = 0;
    boolean grouped = false;
    int group = 0;
    for (int i = 0; i < end; i++) {
      char c = digits.charAt(i);
      if (isThousands(c)) {
        // The first group may be short, the others are not.
        if (i == 0 || (grouped ? group != 3 : group > 3)) {
          throw bad(column, text);
        }
        grouped = true;
        group = 0;
      } else {
        group++;
        whole = whole * 10 + digit(c, column, text);
        if (whole >= TOO_LARGE) {
          throw BrokenRecordException.in(
              column,
              QuarantineReason.AMOUNT_TOO_LARGE,
              text + " is a million millions or more, which no amount is");
        }
      }
    }
    if (grouped && group != 3) {
      throw bad(column, text);
    }
    return whole;
  }

  private boolean isThousands(char c) {
    return thousands != 0
        && (c == thousands
            // Spaces that do not break are spaces.
            || (thousands == ' ' && (c == '\u00a0' || c == '\u202f'))
            || (thousands == '\'' && c == '\u2019'));
  }

  private int digit(char c, String column, String text) {
    if (c < '0' || c > '9') {
      throw bad(column, text);
    }
    return c - '0';
  }

  private BrokenRecordException bad(String column, String text) {
    return BrokenRecordException.in(
        column,
        QuarantineReason.BAD_AMOUNT,
        "\"%s\" is no amount such as 1234%s50".formatted(text, decimal));
  }
}
