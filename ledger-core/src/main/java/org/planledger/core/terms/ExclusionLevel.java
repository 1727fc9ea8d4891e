package org.planledger.core.terms;

/// How far an exclusion of clause 2.4.2 reaches once it is found.
public enum ExclusionLevel {
  /// The service is not available in this case; other services stay open.
  CASE,
  /// Only the part it names is not served.
  PART,
  /// A kind of loss that is never paid; nothing is refused.
  COST,
  /// As [#CASE], unless the customer pays the material of the missing components.
  CASE_UNLESS_MISSING_MATERIAL_PAID
}
