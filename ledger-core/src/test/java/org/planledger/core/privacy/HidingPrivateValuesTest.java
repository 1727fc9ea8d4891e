package org.planledger.core.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.planledger.core.device.SerialNumber;
import org.planledger.core.store.Bytes;
import org.planledger.core.store.UnitRow.DeviceSerial;

class HidingPrivateValuesTest {

  private static final byte[] SECRET = "0123456789abcdef0123456789abcdef".getBytes(UTF_8);

  private final InstallationKey key = new InstallationKey(SECRET);
  private final Commitments commitments = new Commitments();

  @Test
  void all_spellings_of_a_serial_are_one_device() {
    assertThat(key.deviceId(SerialNumber.of("1581f45 tb21 bq0")))
        .isEqualTo(key.deviceId(SerialNumber.of(" 1581F45TB21BQ0 ")));
  }

  @Test
  void two_serials_are_two_devices() {
    assertThat(key.deviceId(SerialNumber.of("1581F45TB21BQ0")))
        .isNotEqualTo(key.deviceId(SerialNumber.of("1581F45TB21BQ1")));
  }

  @Test
  void another_installation_knows_the_same_serial_under_another_id() {
    var other = new InstallationKey("another secret, as long as needed".getBytes(UTF_8));
    var serial = SerialNumber.of("1581F45TB21BQ0");

    assertThat(other.deviceId(serial)).isNotEqualTo(key.deviceId(serial));
  }

  @Test
  void an_account_and_a_serial_of_one_spelling_have_nothing_in_common() {
    assertThat(key.accountRef("1581F45TB21BQ0").value())
        .isNotEqualTo(key.deviceId(SerialNumber.of("1581F45TB21BQ0")).value());
  }

  @Test
  void accounts_are_told_apart_letter_by_letter() {
    assertThat(key.accountRef("a@example.org")).isEqualTo(key.accountRef("a@example.org"));
    assertThat(key.accountRef("a@example.org")).isNotEqualTo(key.accountRef("A@example.org"));
  }

  /// Worked out by hand with the extract and expand steps of RFC 5869, which an auditor may do.
  @Test
  void a_device_id_can_be_recomputed_by_whoever_holds_the_secret() {
    var extracted = hmac(new byte[32], SECRET);
    var derived = hmac(extracted, concat("planledger device id 1".getBytes(UTF_8), new byte[] {1}));

    assertThat(key.deviceId(SerialNumber.of("1581F45TB21BQ0")).value())
        .isEqualTo(HexFormat.of().formatHex(hmac(derived, "1581F45TB21BQ0".getBytes(UTF_8))));
  }

  @Test
  void a_short_secret_is_none() {
    assertThatThrownBy(() -> new InstallationKey(new byte[31]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the installation's key has at least 32 bytes, this one has 31");
  }

  @Test
  void the_key_never_shows_its_secret() {
    assertThat(key.toString()).isEqualTo("the installation's key");
  }

  @Test
  void a_commitment_is_the_hash_of_salt_and_value() {
    var committed = commitments.commit("customer-1", "holder.name", "Zoë");

    assertThat(committed.commitment().sha256())
        .isEqualTo(sha256(committed.row().salt().toArray(), "Zoë".getBytes(UTF_8)));
    assertThat(committed.row().value()).isEqualTo(Bytes.utf8("Zoë"));
    assertThat(committed.row().reference())
        .isEqualTo(committed.commitment().reference().toString());
    assertThat(committed.row().subject()).isEqualTo("customer-1");
    assertThat(committed.row().kind()).isEqualTo("holder.name");
    assertThat(committed.row().salt().length()).isGreaterThanOrEqualTo(16);
  }

  @Test
  void who_is_shown_salt_and_value_can_check_them() {
    var committed = commitments.commit("customer-1", "holder.name", "Zoë");
    var salt = committed.row().salt();

    assertThat(Commitments.matches(committed.commitment(), salt, Bytes.utf8("Zoë"))).isTrue();
    assertThat(Commitments.matches(committed.commitment(), salt, Bytes.utf8("Zoe"))).isFalse();
    assertThat(Commitments.matches(committed.commitment(), Bytes.EMPTY, Bytes.utf8("Zoë")))
        .isFalse();
  }

  @Test
  void two_commitments_to_one_value_do_not_show_that_it_is_one() {
    var first = commitments.commit("customer-1", "holder.name", "Zoë");
    var second = commitments.commit("customer-1", "holder.name", "Zoë");

    assertThat(first.commitment().sha256()).isNotEqualTo(second.commitment().sha256());
    assertThat(first.commitment().reference()).isNotEqualTo(second.commitment().reference());
  }

  @Test
  void the_rows_of_two_parts_of_a_command_are_kept_together() {
    var value = commitments.commit("customer-1", "holder.name", "Zoë").row();
    var serial = new DeviceSerial("d1".repeat(32), "1581F45TB21BQ0", "1581f45tb21bq0");
    var values = new PrivateRows(List.of(value), List.of());
    var serials = new PrivateRows(List.of(), List.of(serial));

    assertThat(values.and(serials).and(PrivateRows.none()))
        .isEqualTo(new PrivateRows(List.of(value), List.of(serial)));
  }

  private static byte[] hmac(byte[] key, byte[] message) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(message);
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String sha256(byte[] salt, byte[] value) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(concat(salt, value)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] concat(byte[] one, byte[] other) {
    var both = new byte[one.length + other.length];
    System.arraycopy(one, 0, both, 0, one.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }
}
