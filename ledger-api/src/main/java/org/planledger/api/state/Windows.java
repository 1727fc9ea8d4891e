package org.planledger.api.state;

import java.util.LinkedHashMap;
import java.util.Map;
import org.planledger.api.answer.WindowAnswer;
import org.planledger.core.plan.Plan;
import org.planledger.core.plan.Validity;
import org.planledger.core.terms.Service;

/// When each service of a plan can be asked for.
final class Windows {
  /// The limit on flyaways inside the replacements.
  static final String FLYAWAY = "FLYAWAY";

  private Windows() {}

  /// Discount, maintenance and flyaways run as long as replacements do (clause 2.1).
  static Map<String, WindowAnswer> of(Plan plan) {
    var ofPlan = WindowAnswer.of(plan.sold().window());
    var windows = new LinkedHashMap<String, WindowAnswer>();
    windows.put(Service.REPLACEMENT.name(), ofPlan);
    windows.put(FLYAWAY, ofPlan);
    windows.put(Service.REPAIR_DISCOUNT.name(), ofPlan);
    windows.put(Service.MAINTENANCE.name(), ofPlan);
    Validity.windows(plan)
        .forEach((service, window) -> windows.put(service.name(), WindowAnswer.of(window)));
    return windows;
  }
}
