package org.planledger.core.finance.matching;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/// Fees for which more arrived than was due, until it is known whether that has gone back.
final class Surpluses {

  private final Run run;
  private final Map<Integer, Long> minors = new HashMap<>();

  /// What to tell, by the rank of the fee.
  private final Map<Integer, Trouble> troubles = new TreeMap<>();

  Surpluses(Run run) {
    this.run = run;
  }

  void add(int fee, long minor, Trouble trouble) {
    minors.put(fee, minor);
    troubles.put(run.fees.rank(fee), trouble);
  }

  /// Whether so much has to go back; once it has gone, nothing has to any more.
  boolean takeOut(int fee, long minor) {
    if (!minors.getOrDefault(fee, 0L).equals(minor)) {
      return false;
    }
    minors.remove(fee);
    troubles.remove(run.fees.rank(fee));
    return true;
  }

  /// Tells what has not gone back.
  void tell() {
    troubles.values().forEach(run::tell);
  }
}
