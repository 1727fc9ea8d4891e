grant select, insert, update, delete on settlement_import to ${application_role};
grant select, insert on settlement_file to ${application_role};
grant select, insert, delete on settlement_page, settlement_quarantine to ${application_role};
grant select, insert, update on settlement_mapping to ${application_role};

-- What was imported stays as it is; only what an import left behind may be removed.
create trigger settlement_file_append_only before update, delete on settlement_file
  for each row call 'org.planledger.core.store.AppendOnlyTrigger';
create trigger settlement_page_kept before update, delete on settlement_page
  for each row call 'org.planledger.core.store.ImportedTrigger';
create trigger settlement_quarantine_kept before update, delete on settlement_quarantine
  for each row call 'org.planledger.core.store.ImportedTrigger';
