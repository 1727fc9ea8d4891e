package org.planledger.api.backup;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/// What a backup says of the installation it comes from.
///
/// @param version of the program
/// @param schema the versions of the migrations
/// @param database which kind
/// @param serialKey the fingerprint of the key for serials
public record BackupFacts(String version, String schema, String database, String serialKey) {

  private static final int FINGERPRINT_BYTES = 8;

  /// What a key is called by where it must not be shown.
  public static String fingerprint(byte[] key) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update("planledger fingerprint of a key 1\n".getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(Arrays.copyOf(digest.digest(key), FINGERPRINT_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
