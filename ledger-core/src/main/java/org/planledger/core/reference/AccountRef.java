package org.planledger.core.reference;

import java.util.regex.Pattern;

/// Stands for a customer's account: a keyed hash of the account's name in lower-case hexadecimal.
/// Two references are equal exactly when the accounts are, which is all that the rule against
/// transfer (clause 5) needs to know.
public record AccountRef(String value) {
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  public AccountRef {
    if (!HASH.matcher(value).matches()) {
      throw new IllegalArgumentException("an account reference is 64 hexadecimal digits");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
