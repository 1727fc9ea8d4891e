-- The movements of fees, in both sets of tables. A row of movements_1 is written once and never
-- changed, so it needs no past; the two tables beside it hold what the next movement of a fee has
-- to know.
create table movements_1 (
  plan_id uuid not null,
  position bigint not null,
  number integer not null,
  event_id varchar(64) not null,
  recorded_at timestamp(6) with time zone not null,
  posted_on date not null,
  posted_month varchar(7) not null,
  effective_at timestamp(6) with time zone not null,
  kind varchar(20) not null,
  fee_id varchar(64) not null,
  fee_position bigint not null,
  case_id uuid not null,
  purpose varchar(20) not null,
  service varchar(20) not null,
  mode varchar(20),
  ordinal integer,
  region varchar(2) not null,
  centre_id varchar(255) not null,
  currency varchar(3) not null,
  amount_minor bigint not null,
  payment_reference varchar(255),
  clause varchar(20) not null,
  sample boolean not null,
  constraint movements_1_pk primary key (plan_id, position, number)
);

create unique index movements_1_by_position on movements_1 (position, number);
create unique index movements_1_by_fee on movements_1 (fee_position, position, number);
create index movements_1_by_fee_id on movements_1 (fee_id);
create index movements_1_by_case on movements_1 (case_id, position, number);

create table movements_fee_1 (
  plan_id uuid not null,
  fee_id varchar(64) not null,
  case_id uuid not null,
  fee_position bigint not null,
  purpose varchar(20) not null,
  service varchar(20) not null,
  mode varchar(20),
  ordinal integer,
  clause varchar(20) not null,
  sample boolean not null,
  currency varchar(3) not null,
  quoted_minor bigint not null,
  cancelled boolean not null,
  captured_minor bigint,
  payment_reference varchar(255),
  refunded_minor bigint not null,
  position bigint not null,
  constraint movements_fee_1_pk primary key (plan_id, fee_id)
);

create table movements_case_1 (
  plan_id uuid not null,
  case_id uuid not null,
  region varchar(2) not null,
  centre_id varchar(255) not null,
  position bigint not null,
  constraint movements_case_1_pk primary key (plan_id, case_id)
);

-- The second set.
create table movements_1_b (
  plan_id uuid not null,
  position bigint not null,
  number integer not null,
  event_id varchar(64) not null,
  recorded_at timestamp(6) with time zone not null,
  posted_on date not null,
  posted_month varchar(7) not null,
  effective_at timestamp(6) with time zone not null,
  kind varchar(20) not null,
  fee_id varchar(64) not null,
  fee_position bigint not null,
  case_id uuid not null,
  purpose varchar(20) not null,
  service varchar(20) not null,
  mode varchar(20),
  ordinal integer,
  region varchar(2) not null,
  centre_id varchar(255) not null,
  currency varchar(3) not null,
  amount_minor bigint not null,
  payment_reference varchar(255),
  clause varchar(20) not null,
  sample boolean not null,
  constraint movements_1_b_pk primary key (plan_id, position, number)
);

create unique index movements_1_b_by_position on movements_1_b (position, number);
create unique index movements_1_b_by_fee on movements_1_b (fee_position, position, number);
create index movements_1_b_by_fee_id on movements_1_b (fee_id);
create index movements_1_b_by_case on movements_1_b (case_id, position, number);

create table movements_fee_1_b (
  plan_id uuid not null,
  fee_id varchar(64) not null,
  case_id uuid not null,
  fee_position bigint not null,
  purpose varchar(20) not null,
  service varchar(20) not null,
  mode varchar(20),
  ordinal integer,
  clause varchar(20) not null,
  sample boolean not null,
  currency varchar(3) not null,
  quoted_minor bigint not null,
  cancelled boolean not null,
  captured_minor bigint,
  payment_reference varchar(255),
  refunded_minor bigint not null,
  position bigint not null,
  constraint movements_fee_1_b_pk primary key (plan_id, fee_id)
);

create table movements_case_1_b (
  plan_id uuid not null,
  case_id uuid not null,
  region varchar(2) not null,
  centre_id varchar(255) not null,
  position bigint not null,
  constraint movements_case_1_b_pk primary key (plan_id, case_id)
);
