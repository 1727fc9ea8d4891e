grant select, insert, update, delete on settlement_import to "${application_role}";
grant select, insert on settlement_file to "${application_role}";
grant select, insert, delete on settlement_page, settlement_quarantine to "${application_role}";
grant select, insert, update on settlement_mapping to "${application_role}";

-- What was imported stays as it is; only what an import left behind may be removed.
create trigger settlement_file_append_only
  before update or delete or truncate on settlement_file
  for each statement execute function ledger_append_only();

create function settlement_kept() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE'
      and not exists (select 1 from settlement_file where number = old.file) then
    return old;
  end if;
  raise exception using
    errcode = 'restrict_violation',
    message = format('%s holds what was imported: %s is not allowed', tg_table_name, tg_op);
end
$$;

create trigger settlement_page_kept before update or delete on settlement_page
  for each row execute function settlement_kept();
create trigger settlement_page_not_emptied before truncate on settlement_page
  for each statement execute function ledger_append_only();
create trigger settlement_quarantine_kept before update or delete on settlement_quarantine
  for each row execute function settlement_kept();
create trigger settlement_quarantine_not_emptied before truncate on settlement_quarantine
  for each statement execute function ledger_append_only();

-- Pages are deflated already: they are moved out of their row as they are.
alter table settlement_page alter column content set storage external;
