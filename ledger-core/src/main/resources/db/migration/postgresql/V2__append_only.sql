-- The application's role may add to the ledger and read it, and nothing else. The role exists
-- before the first migration: whoever sets the database up creates it.
grant select, update on ledger_head to "${application_role}";
grant select, insert on ledger_event, ledger_attempt to "${application_role}";
grant select, insert on device_serial, ledger_read to "${application_role}";
grant select, insert on log_key, log_checkpoint, log_verification to "${application_role}";
grant select, update on log_state to "${application_role}";
grant select, insert, update on log_tile, log_map_bucket, log_map_tile to "${application_role}";
grant select, insert, delete on private_value to "${application_role}";
grant select, insert, update, delete on view_token, dead_letter to "${application_role}";

-- Whoever has more rights is stopped all the same.
create function ledger_append_only() returns trigger language plpgsql as $$
begin
  raise exception using
    errcode = 'restrict_violation',
    message = format('%s is append-only: %s is not allowed', tg_table_name, tg_op);
end
$$;

create trigger ledger_event_append_only
  before update or delete or truncate on ledger_event
  for each statement execute function ledger_append_only();
create trigger ledger_attempt_append_only
  before update or delete or truncate on ledger_attempt
  for each statement execute function ledger_append_only();
create trigger ledger_read_append_only
  before update or delete or truncate on ledger_read
  for each statement execute function ledger_append_only();
create trigger log_key_append_only
  before update or delete or truncate on log_key
  for each statement execute function ledger_append_only();
create trigger log_checkpoint_append_only
  before update or delete or truncate on log_checkpoint
  for each statement execute function ledger_append_only();
create trigger log_verification_append_only
  before update or delete or truncate on log_verification
  for each statement execute function ledger_append_only();

-- Every append rewrites the head row: room in its page keeps the new version beside the old.
alter table ledger_head set (fillfactor = 10);

-- A row of up to a page stays in one piece: cutting and compressing the larger ones would cost
-- every append more than the space is worth.
alter table ledger_event set (toast_tuple_target = 8160);
alter table ledger_attempt set (toast_tuple_target = 8160);

-- Hashes do not get smaller: they are moved out of their row as they are.
alter table log_tile alter column hashes set storage external;
alter table log_map_tile alter column hashes set storage external;
alter table log_map_bucket alter column entries set storage external;
