package org.planledger.core.plan;

/// What fixed the first day of the official warranty. It is told, never computed: the published
/// sources disagree (decision A-18).
public enum WarrantySource {
  ACTIVATION,
  INVOICE,
  DELIVERY
}
