-- As with all that a run has found: kept as long as it is the newest, or has closed its month.
grant select, insert, delete on finance_posted, finance_line_standing, finance_undone
  to "${application_role}";
