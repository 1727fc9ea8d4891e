-- The books of finance. What was done in them is never changed: a run, a match by hand, a
-- write-off, a month closed. `hash` covers the row and the hash of the row before, and is put on
-- record in the third log of the ledger, which every checkpoint covers.
create table finance_event (
  number bigint not null,
  name varchar(80) not null,
  revision varchar(20) not null,
  client varchar(255) not null,
  idempotency_key varchar(255) not null,
  fingerprint bytea not null,
  actor varchar(255) not null,
  recorded_at timestamp(6) with time zone not null,
  content bytea not null,
  hash bytea not null,
  constraint finance_event_pk primary key (number),
  constraint finance_event_client_key unique (client, idempotency_key)
);

-- Every run of the matching, those that were only tried too. What it found can be found again from
-- its inputs, so the rows below are kept of the newest runs and of those that closed a month.
create table finance_run (
  number bigint not null,
  period varchar(7) not null,
  dry boolean not null,
  started_at timestamp(6) with time zone not null,
  inputs bytea not null,
  ended_at timestamp(6) with time zone,
  totals bytea,
  report varchar(64),
  constraint finance_run_pk primary key (number)
);

create index finance_run_by_period on finance_run (period, number);

-- What a run has matched: a row for each line with its fee. The whole of a match stands in its
-- first row.
create table finance_match (
  run bigint not null,
  ordinal bigint not null,
  match_id varchar(64) not null,
  state varchar(20) not null,
  rule_id varchar(40) not null,
  fee_id varchar(80),
  line_key bytea,
  file bigint,
  line integer,
  currency varchar(3) not null,
  amount_minor bigint not null,
  score integer not null,
  content bytea,
  constraint finance_match_pk primary key (run, ordinal)
);

create index finance_match_by_id on finance_match (match_id, run);
create index finance_match_by_fee on finance_match (fee_id, run);
create index finance_match_by_line on finance_match (line_key, run);

-- What a run could not bring together.
create table finance_exception (
  run bigint not null,
  ordinal bigint not null,
  exception_id varchar(64) not null,
  kind varchar(20) not null,
  severity varchar(20) not null,
  fee_id varchar(80),
  line_key bytea,
  file bigint,
  line integer,
  currency varchar(3) not null,
  amount_minor bigint not null,
  since date not null,
  content bytea not null,
  constraint finance_exception_pk primary key (run, ordinal)
);

create index finance_exception_by_id on finance_exception (exception_id, run);
create index finance_exception_by_fee on finance_exception (fee_id, run);

-- What a closed month hands over to the next: fees that are not settled, and lines that are not, or
-- whose payout may only reach the bank in the next month.
create table finance_carried (
  run bigint not null,
  ordinal bigint not null,
  fee_id varchar(80),
  file bigint,
  line integer,
  constraint finance_carried_pk primary key (run, ordinal)
);
