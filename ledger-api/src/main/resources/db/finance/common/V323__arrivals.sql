-- The payouts that a run has found at the bank, so that a line of a processor leads to that of the
-- bank.
create table finance_arrival (
  run bigint not null,
  ordinal bigint not null,
  payout_id varchar(256) not null,
  -- Of a batch, the file that it is in.
  batch_file integer,
  match_id varchar(64) not null,
  constraint finance_arrival_pk primary key (run, ordinal)
);

create index finance_arrival_by_payout on finance_arrival (payout_id, run);
