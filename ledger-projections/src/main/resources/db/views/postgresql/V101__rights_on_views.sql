-- Views are written and emptied by the application's user; only the ledger itself is append-only.
grant select, insert, update, delete on
  entitlement_1, entitlement_claim_1, coverage_1, coverage_plan_1, history_1, lineage_binding_1,
  lineage_device_1, casework_1, fees_1, fees_case_1, fees_plan_1, plans_1, obligations_1,
  plans_1_past, entitlement_1_past, coverage_1_past, casework_1_past, fees_1_past,
  obligations_1_past
to "${application_role}";

-- A row of the past is changed once, when the next event closes it: with some room beside it that
-- touches none of the indexes.
alter table plans_1_past set (fillfactor = 80);
alter table entitlement_1_past set (fillfactor = 80);
alter table coverage_1_past set (fillfactor = 80);
alter table casework_1_past set (fillfactor = 80);
alter table fees_1_past set (fillfactor = 80);
alter table obligations_1_past set (fillfactor = 80);
