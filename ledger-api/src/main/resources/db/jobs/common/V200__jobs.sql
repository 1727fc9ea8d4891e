-- Long work that somebody asked for, and what came of it: sweeps, simulations, verifications. A row
-- is inserted when the work begins, updated while it goes on, and stays, so that a result can be
-- cited. `answer` is what was shown last, byte for byte; `seen_at` is when its process last gave a
-- sign of life.
create table job (
  id uuid not null,
  kind varchar(20) not null,
  state varchar(20) not null,
  node varchar(255) not null,
  started_at timestamp(6) with time zone not null,
  seen_at timestamp(6) with time zone not null,
  request bytea not null,
  answer bytea not null,
  constraint job_pk primary key (id),
  constraint job_kind check (kind in ('SWEEP', 'SIMULATION', 'VERIFICATION')),
  constraint job_state check (state in ('RUNNING', 'FINISHED', 'FAILED'))
);
