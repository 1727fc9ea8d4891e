-- What was refused is added to and never changed.
grant select, insert on finance_refusal to "${application_role}";

create trigger finance_refusal_append_only
  before update or delete or truncate on finance_refusal
  for each statement execute function ledger_append_only();
