-- Views are written and emptied by the application's user; only the ledger itself is append-only.
grant select, insert, update, delete on
  entitlement_2, entitlement_claim_2, coverage_2, coverage_plan_2, lineage_binding_2,
  lineage_device_2, casework_2, fees_2, fees_case_2, fees_plan_2, plans_2, obligations_2
to "${application_role}";
