package org.planledger.verify.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.planledger.verify.input.InputFile;
import org.planledger.verify.input.UnusableInputException;

/// The key by which an installation turns serial numbers into device ids, given to those who may
/// link the two.
public final class SerialKey {

  private static final String MAC = "HmacSHA256";
  private static final int KEY_BYTES = 32;
  private static final int MAX_FILE_BYTES = 1024;
  private static final int MIN_SERIAL_CHARACTERS = 8;
  private static final int MAX_SERIAL_CHARACTERS = 24;

  private final SecretKeySpec key;

  SerialKey(byte[] key) {
    this.key = new SecretKeySpec(key, MAC);
  }

  /// Reads a file that holds the key as 64 hexadecimal digits.
  public static SerialKey read(InputFile file) {
    String text = file.text(MAX_FILE_BYTES).strip();
    if (!text.matches("[0-9a-fA-F]{%d}".formatted(2 * KEY_BYTES))) {
      throw new UnusableInputException(
          file.title(),
          "a serial key of %d hexadecimal digits is expected".formatted(2 * KEY_BYTES));
    }
    return new SerialKey(HexFormat.of().parseHex(text));
  }

  /// The id of the device with this serial number, however it is spelt.
  String deviceId(String serial) {
    try {
      var mac = Mac.getInstance(MAC);
      mac.init(key);
      return HexFormat.of().formatHex(mac.doFinal(canonical(serial).getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HMAC-SHA256", e);
    }
  }

  /// All but its last four characters hidden: a report may be filed where a serial must not be.
  static String masked(String serial) {
    String canonical = canonical(serial);
    return "****" + canonical.substring(canonical.length() - 4);
  }

  /// Without white space and in capital letters: two spellings of one serial are the same.
  private static String canonical(String serial) {
    String compact = serial.replace(" ", "").strip();
    if (compact.length() < MIN_SERIAL_CHARACTERS
        || compact.length() > MAX_SERIAL_CHARACTERS
        || !compact.chars().allMatch(c -> c > ' ' && c < 127)) {
      throw new UnusableInputException(
          "--serial",
          "a serial number has %d to %d printable characters of ASCII"
              .formatted(MIN_SERIAL_CHARACTERS, MAX_SERIAL_CHARACTERS));
    }
    return compact.toUpperCase(Locale.ROOT);
  }
}
