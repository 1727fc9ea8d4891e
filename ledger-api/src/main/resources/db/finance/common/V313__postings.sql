-- What a run is in the accounts. The entries themselves follow from its lines and matches; kept is
-- what they come to, and how the run has left each line.
create table finance_posted (
  run bigint not null,
  currency varchar(3) not null,
  account varchar(40) not null,
  debit_minor bigint not null,
  credit_minor bigint not null,
  constraint finance_posted_pk primary key (run, currency, account)
);

-- A byte for each line of a file, deflated: how this run has left it, and before it a closed month.
create table finance_line_standing (
  run bigint not null,
  file integer not null,
  before_run bytea,
  standing bytea not null,
  constraint finance_line_standing_pk primary key (run, file)
);

-- Matches of a closed month with too little or too much, which the run looks at anew.
create table finance_undone (
  run bigint not null,
  ordinal bigint not null,
  content bytea not null,
  constraint finance_undone_pk primary key (run, ordinal)
);
