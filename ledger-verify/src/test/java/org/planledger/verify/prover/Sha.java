package org.planledger.verify.prover;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/// Bytes and hashes for the prover of the tests.
public final class Sha {

  private Sha() {}

  public static byte[] sha256(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  public static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  public static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  public static byte[] eight(long value) {
    return ByteBuffer.allocate(8).putLong(value).array();
  }

  public static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  public static List<String> base64(List<byte[]> hashes) {
    return hashes.stream().map(Sha::base64).toList();
  }

  /// A record: its fields, each with four bytes of length; null for one that is not there.
  public static byte[] record(byte[]... fields) {
    var record = new ByteArrayOutputStream();
    for (byte[] field : fields) {
      int length = field == null ? -1 : field.length;
      record.writeBytes(ByteBuffer.allocate(4).putInt(length).array());
      if (field != null) {
        record.writeBytes(field);
      }
    }
    return record.toByteArray();
  }

  public static byte[] leaf(byte[] record) {
    return sha256(bytes(0), record);
  }
}
