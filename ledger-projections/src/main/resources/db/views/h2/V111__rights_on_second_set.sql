-- As for the first set.
grant select, insert, update, delete on
  entitlement_1_b, entitlement_claim_1_b, coverage_1_b, coverage_plan_1_b, history_1_b,
  lineage_binding_1_b, lineage_device_1_b, casework_1_b, fees_1_b, fees_case_1_b, fees_plan_1_b,
  plans_1_b, obligations_1_b, plans_1_past_b, entitlement_1_past_b, coverage_1_past_b,
  casework_1_past_b, fees_1_past_b, obligations_1_past_b
to ${application_role};

grant select, insert, update on view_set to ${application_role};
