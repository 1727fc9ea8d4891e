-- The application's user may add to the ledger and read it, and nothing else. TRUNCATE passes
-- by triggers on H2, but it asks for the right to delete, which the user does not have.
create user if not exists ${application_role} password '${application_password}';

grant select, update on ledger_head to ${application_role};
grant select, insert on ledger_event, ledger_attempt to ${application_role};
grant select, insert on device_serial, ledger_read to ${application_role};
grant select, insert on log_key, log_checkpoint, log_verification to ${application_role};
grant select, update on log_state to ${application_role};
grant select, insert, update on log_tile, log_map_bucket, log_map_tile to ${application_role};
grant select, insert, delete on private_value to ${application_role};
grant select, insert, update, delete on view_token, dead_letter to ${application_role};

-- Whoever has more rights is stopped all the same.
create trigger ledger_event_append_only before update, delete on ledger_event
  for each row call 'org.planledger.core.store.AppendOnlyTrigger';
create trigger ledger_attempt_append_only before update, delete on ledger_attempt
  for each row call 'org.planledger.core.store.AppendOnlyTrigger';
create trigger ledger_read_append_only before update, delete on ledger_read
  for each row call 'org.planledger.core.store.AppendOnlyTrigger';
create trigger log_key_append_only before update, delete on log_key
  for each row call 'org.planledger.core.store.AppendOnlyTrigger';
create trigger log_checkpoint_append_only before update, delete on log_checkpoint
  for each row call 'org.planledger.core.store.AppendOnlyTrigger';
create trigger log_verification_append_only before update, delete on log_verification
  for each row call 'org.planledger.core.store.AppendOnlyTrigger';
