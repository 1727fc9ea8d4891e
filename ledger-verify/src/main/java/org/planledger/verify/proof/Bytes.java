package org.planledger.verify.proof;

import java.util.Arrays;
import java.util.Base64;

/// Stored bytes, compared by what they are.
public final class Bytes {

  private final byte[] content;

  private Bytes(byte[] content) {
    this.content = content;
  }

  /// Takes over an array, which nobody changes any more.
  public static Bytes of(byte[] content) {
    return new Bytes(content);
  }

  /// The array itself, to be read only.
  public byte[] content() {
    return content;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes that && Arrays.equals(content, that.content);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(content);
  }

  /// In base64.
  @Override
  public String toString() {
    return Base64.getEncoder().encodeToString(content);
  }
}
