package org.planledger.core.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.spec.AlgorithmParameterSpec;
import java.util.HexFormat;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import org.planledger.core.device.SerialNumber;
import org.planledger.core.reference.AccountRef;
import org.planledger.core.reference.DeviceId;

/// The secret of one installation, by which serials and accounts become ids that tell nothing.
///
/// The same serial always has the same id, so that a device is known again; without the key nobody
/// can go through all serials to find which one an id stands for. Serials and accounts have keys of
/// their own (HKDF, RFC 5869, from the one secret), so that an auditor can be given the key to the
/// serials alone and a serial never has the hash of an account of the same spelling. The hash is
/// HMAC-SHA256 (RFC 2104).
///
/// The secret must be kept: with another one, no device or account is recognised any more.
public final class InstallationKey {

  /// The shortest secret taken, in bytes: as long as the hash it feeds.
  static final int MIN_LENGTH_BYTES = 32;

  private static final String MAC = "HmacSHA256";
  private static final String SERIALS = "planledger device id 1";
  private static final String ACCOUNTS = "planledger account reference 1";

  private final SecretKey serials;
  private final SecretKey accounts;

  /// @throws IllegalArgumentException if the secret is too short to be one
  public InstallationKey(byte[] secret) {
    if (secret.length < MIN_LENGTH_BYTES) {
      throw new IllegalArgumentException(
          "the installation's key has at least %d bytes, this one has %d"
              .formatted(MIN_LENGTH_BYTES, secret.length));
    }
    serials = derived(secret, SERIALS);
    accounts = derived(secret, ACCOUNTS);
  }

  /// The id of the device with this serial, however it was spelt.
  public DeviceId deviceId(SerialNumber serial) {
    return new DeviceId(hash(serials, serial.canonical()));
  }

  /// Whether the id of a device is made of its serial number.
  ///
  /// @param canonical the one spelling that is hashed
  /// @param raw as it was first typed
  public boolean isOf(String deviceId, String canonical, String raw) {
    if (SerialNumber.objection(raw).isPresent()) {
      return false;
    }
    var serial = SerialNumber.of(raw);
    return serial.canonical().equals(canonical) && deviceId(serial).value().equals(deviceId);
  }

  /// What stands for the account of this name, taken letter by letter.
  public AccountRef accountRef(String accountId) {
    return new AccountRef(hash(accounts, accountId));
  }

  /// Never the secret: this text may end up in a log.
  @Override
  public String toString() {
    return "the installation's key";
  }

  private static SecretKey derived(byte[] secret, String purpose) {
    AlgorithmParameterSpec derivation =
        HKDFParameterSpec.ofExtract()
            .addIKM(secret)
            .thenExpand(purpose.getBytes(UTF_8), MIN_LENGTH_BYTES);
    try {
      return KDF.getInstance("HKDF-SHA256").deriveKey(MAC, derivation);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform of this version has HKDF", e);
    }
  }

  private static String hash(SecretKey key, String value) {
    try {
      var mac = Mac.getInstance(MAC);
      mac.init(key);
      return HexFormat.of().formatHex(mac.doFinal(value.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HMAC-SHA256", e);
    }
  }
}
