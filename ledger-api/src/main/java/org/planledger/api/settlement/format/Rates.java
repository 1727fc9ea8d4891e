package org.planledger.api.settlement.format;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/// Rates of exchange, exactly as they are written.
final class Rates {

  private static final Pattern FORM = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,18})?");

  private Rates() {}

  /// @param decimal the mark before the decimal places
  /// @throws BrokenRecordException if it is none above zero
  static BigDecimal of(String text, String column, char decimal) {
    String plain = text.strip().replace(decimal, '.');
    if (!FORM.matcher(plain).matches() || new BigDecimal(plain).signum() == 0) {
      throw BrokenRecordException.in(
          column,
          QuarantineReason.BAD_RATE,
          "\"%s\" is no rate of exchange".formatted(Texts.shown(text)));
    }
    return new BigDecimal(plain).stripTrailingZeros();
  }
}
