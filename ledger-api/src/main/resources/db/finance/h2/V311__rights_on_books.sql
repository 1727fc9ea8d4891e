-- What was done is added to and never changed. What a run has found is kept as long as it is the
-- newest.
grant select, insert on finance_event to ${application_role};
grant select, insert, update on finance_run to ${application_role};
grant select, insert, delete on finance_match, finance_exception, finance_carried
  to ${application_role};

create trigger finance_event_append_only before update, delete on finance_event
  for each row call 'org.planledger.core.store.AppendOnlyTrigger';
