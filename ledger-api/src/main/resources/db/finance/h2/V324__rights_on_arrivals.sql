-- As with all that a run has found: kept as long as it is the newest, or has closed its month.
grant select, insert, delete on finance_arrival to ${application_role};
