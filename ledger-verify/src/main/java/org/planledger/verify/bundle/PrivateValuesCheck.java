package org.planledger.verify.bundle;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.planledger.verify.report.Check;
import org.planledger.verify.report.Findings;
import org.planledger.verify.report.Place;

/// Checks that the private values shown are those that the history commits to. Values may be
/// missing: they are shown to few, and can be erased.
final class PrivateValuesCheck {

  private final Map<String, String> commitments;
  private final Findings findings;

  /// @param commitments the hash that stands in the history, by reference
  PrivateValuesCheck(Map<String, String> commitments, Findings findings) {
    this.commitments = commitments;
    this.findings = findings;
  }

  void check(List<PrivateValue> values) {
    var seen = new HashSet<String>();
    for (PrivateValue value : values) {
      Place place = Place.privateValue(value.reference());
      String committed = commitments.get(value.reference());
      if (!seen.add(value.reference())) {
        findings.add(Check.PRIVATE_VALUE, place, "the value is there twice");
      } else if (committed == null) {
        findings.add(Check.PRIVATE_VALUE, place, "nothing in the history refers to this value");
      } else if (!committed.equals(value.commitment())) {
        findings.add(
            Check.PRIVATE_VALUE, place, "the value or its salt is not the one committed to");
      }
    }
  }
}
