package org.planledger.core.plan;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.planledger.core.terms.Part;
import org.planledger.core.terms.Window;

/// The days on which the components of a device are under a warranty, as they were worked out when
/// the first device of the plan was bound. A replacement inherits the whole of it.
///
/// @param officialWarranty by component; empty windows are components without any
/// @param extendedWarranty by component that the plan extends; empty where the official warranty
/// outlasts the plan (clause 2.1)
/// @param reward by component: when the reward for safe flight would protect it, if it is earned;
/// empty for a product that has no reward
public record Cover(
    LocalDate warrantyStartsOn,
    WarrantySource warrantySource,
    Map<Part, Window> officialWarranty,
    Map<Part, Window> extendedWarranty,
    Map<Part, Window> reward) {

  public Cover {
    officialWarranty = Collections.unmodifiableMap(new TreeMap<>(officialWarranty));
    extendedWarranty = Collections.unmodifiableMap(new TreeMap<>(extendedWarranty));
    reward = Collections.unmodifiableMap(new TreeMap<>(reward));
  }
}
