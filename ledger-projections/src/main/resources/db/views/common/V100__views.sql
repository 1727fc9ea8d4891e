-- The views. Each can be thrown away and folded again from the ledger; none holds a serial or
-- anything about a person. A table's name ends in the version of its view, so that a new form can
-- be built beside the old. Every row keeps the position of the last event that changed it.

create table entitlement_1 (
  plan_id uuid not null,
  service varchar(20) not null,
  total integer,
  used integer not null,
  reserved integer not null,
  available integer,
  ended boolean not null,
  position bigint not null,
  constraint entitlement_1_pk primary key (plan_id, service)
);

create index entitlement_1_by_service on entitlement_1 (service, plan_id);

create table entitlement_claim_1 (
  plan_id uuid not null,
  case_id uuid not null,
  service varchar(20) not null,
  mode varchar(20),
  state varchar(20) not null,
  position bigint not null,
  constraint entitlement_claim_1_pk primary key (plan_id, case_id, service)
);

-- An empty part stands for the whole device. A row of a device that was bound by mistake stays,
-- but belongs to nothing any more. The last column of days is the one to sort by: the end of the
-- window, or that of the plan if it was left before.
create table coverage_1 (
  plan_id uuid not null,
  service varchar(20) not null,
  part varchar(255) not null,
  from_on date not null,
  until_on date not null,
  reward varchar(20),
  undone boolean not null,
  ended_on date,
  ends_on date not null,
  position bigint not null,
  constraint coverage_1_pk primary key (plan_id, service, part)
);

create index coverage_1_by_end on coverage_1 (ends_on, plan_id, service, part);
create index coverage_1_by_service on coverage_1 (service, ends_on, plan_id, part);

create table coverage_plan_1 (
  plan_id uuid not null,
  zone varchar(255) not null,
  position bigint not null,
  constraint coverage_plan_1_pk primary key (plan_id)
);

create table history_1 (
  position bigint not null,
  sequence bigint not null,
  event_id varchar(64) not null,
  type varchar(80) not null,
  happened_at timestamp(6) with time zone not null,
  recorded_at timestamp(6) with time zone not null,
  plan_id uuid not null,
  case_id uuid,
  device_id varchar(64),
  client varchar(255) not null,
  actor varchar(255) not null,
  idempotency_key varchar(255) not null,
  trace_id varchar(32),
  constraint history_1_pk primary key (position)
);

create index history_1_by_actor on history_1 (actor, position);
create index history_1_by_type on history_1 (type, position);
create index history_1_by_time on history_1 (recorded_at);
create index history_1_by_plan on history_1 (plan_id, position);
create index history_1_by_device on history_1 (device_id, position);
create index history_1_by_trace on history_1 (trace_id, position);

-- The chain of a plan's devices, written by the events of the plan.
create table lineage_binding_1 (
  plan_id uuid not null,
  device_id varchar(64) not null,
  ordinal integer not null,
  model varchar(255) not null,
  bound_at timestamp(6) with time zone not null,
  cause varchar(20) not null,
  predecessor varchar(64),
  successor varchar(64),
  replaced_at timestamp(6) with time zone,
  replaced_in uuid,
  replaced_under varchar(20),
  corrected_to varchar(64),
  corrected_at timestamp(6) with time zone,
  bound_position bigint not null,
  position bigint not null,
  constraint lineage_binding_1_pk primary key (plan_id, device_id)
);

create index lineage_binding_1_by_device on lineage_binding_1 (device_id);

-- What each device is now, written by the events of the device.
create table lineage_device_1 (
  device_id varchar(64) not null,
  plan_id uuid,
  last_plan_id uuid not null,
  status varchar(20) not null,
  restricted boolean not null,
  owned_by_provider boolean not null,
  successor varchar(64),
  position bigint not null,
  constraint lineage_device_1_pk primary key (device_id)
);

create table casework_1 (
  plan_id uuid not null,
  case_id uuid not null,
  type varchar(20) not null,
  process varchar(20) not null,
  stage varchar(20) not null,
  lapsed_from varchar(20),
  flight_record boolean not null,
  maintained boolean not null,
  device_id varchar(64) not null,
  region varchar(2) not null,
  centre_id varchar(255) not null,
  opened_at timestamp(6) with time zone not null,
  send_back_on date,
  send_back_in varchar(255),
  closed_at timestamp(6) with time zone,
  order_on date not null,
  waits_for varchar(20),
  position bigint not null,
  constraint casework_1_pk primary key (plan_id, case_id)
);

create index casework_1_by_day on casework_1 (order_on, case_id, plan_id);
create index casework_1_by_centre on casework_1 (centre_id, order_on, case_id, plan_id);

create table fees_1 (
  plan_id uuid not null,
  fee_id varchar(64) not null,
  case_id uuid not null,
  purpose varchar(20) not null,
  service varchar(20) not null,
  mode varchar(20),
  ordinal integer,
  region varchar(2) not null,
  centre_id varchar(255) not null,
  status varchar(20) not null,
  currency varchar(3) not null,
  quoted_minor bigint not null,
  paid_minor bigint not null,
  open_minor bigint not null,
  refunded_minor bigint not null,
  due_back_minor bigint not null,
  source varchar(255),
  sample boolean,
  quoted_at timestamp(6) with time zone not null,
  paid_at timestamp(6) with time zone,
  payment_reference varchar(255),
  due_back_at timestamp(6) with time zone,
  refunded_at timestamp(6) with time zone,
  goodwill boolean not null,
  quoted_position bigint not null,
  paid_position bigint,
  due_back_position bigint,
  position bigint not null,
  constraint fees_1_pk primary key (plan_id, fee_id)
);

create unique index fees_1_by_quote on fees_1 (quoted_position);
create index fees_1_by_status on fees_1 (status, quoted_position);
create index fees_1_by_reference on fees_1 (payment_reference);
create index fees_1_by_due on fees_1 (due_back_position);

create table fees_case_1 (
  plan_id uuid not null,
  case_id uuid not null,
  region varchar(2) not null,
  centre_id varchar(255) not null,
  process varchar(20) not null,
  opened_at timestamp(6) with time zone not null,
  in_time boolean not null,
  position bigint not null,
  constraint fees_case_1_pk primary key (plan_id, case_id)
);

create table fees_plan_1 (
  plan_id uuid not null,
  from_on date not null,
  until_on date not null,
  position bigint not null,
  constraint fees_plan_1_pk primary key (plan_id)
);

create table plans_1 (
  plan_id uuid not null,
  plan_type varchar(20) not null,
  region varchar(2) not null,
  zone varchar(255) not null,
  edition varchar(20) not null,
  from_on date not null,
  until_on date not null,
  purchased_at timestamp(6) with time zone not null,
  device_id varchar(64),
  model varchar(255),
  bound_at timestamp(6) with time zone,
  open_cases integer not null,
  replacements_total integer not null,
  replacements_used integer not null,
  discounts_total integer not null,
  discounts_used integer not null,
  maintenance_total integer not null,
  maintenance_used integer not null,
  extended_warranty boolean not null,
  product_returned_on date,
  exit_requested_at timestamp(6) with time zone,
  ended_as varchar(20),
  ended_at timestamp(6) with time zone,
  position bigint not null,
  constraint plans_1_pk primary key (plan_id)
);

create index plans_1_by_region on plans_1 (region, plan_id);
create index plans_1_by_model on plans_1 (model, plan_id);
create index plans_1_by_device on plans_1 (device_id);

-- Every device that was applied for as lost; those with a day of recovery are to be sent in, until
-- they have come back.
create table obligations_1 (
  plan_id uuid not null,
  case_id uuid not null,
  device_id varchar(64) not null,
  centre_id varchar(255) not null,
  region varchar(2) not null,
  recovered_at timestamp(6) with time zone,
  recovered_position bigint,
  returned_at timestamp(6) with time zone,
  position bigint not null,
  constraint obligations_1_pk primary key (plan_id, case_id)
);

create index obligations_1_by_report on obligations_1 (recovered_position);

-- What was. Beside each table that is listed as of a moment stands one of the same columns that
-- keeps every row as each event left it: from the position of that event until the position of the
-- next one that changed the row, which is the largest number there is while none has. Its indexes
-- are those of the table, for the same lists and filters; the one by position serves a moment at
-- which there was little yet.
create table plans_1_past as
  select r.*, cast(0 as bigint) as until_position from plans_1 r with no data;
alter table plans_1_past alter column plan_id set not null;
alter table plans_1_past alter column position set not null;
alter table plans_1_past alter column until_position set not null;
alter table plans_1_past add constraint plans_1_past_pk primary key (plan_id, position);
create index plans_1_past_by_position on plans_1_past (position);
create index plans_1_past_by_region on plans_1_past (region, plan_id);
create index plans_1_past_by_model on plans_1_past (model, plan_id);
create index plans_1_past_by_device on plans_1_past (device_id);

create table entitlement_1_past as
  select r.*, cast(0 as bigint) as until_position from entitlement_1 r with no data;
alter table entitlement_1_past alter column plan_id set not null;
alter table entitlement_1_past alter column service set not null;
alter table entitlement_1_past alter column position set not null;
alter table entitlement_1_past alter column until_position set not null;
alter table entitlement_1_past
  add constraint entitlement_1_past_pk primary key (plan_id, service, position);
create index entitlement_1_past_by_position on entitlement_1_past (position);
create index entitlement_1_past_by_service on entitlement_1_past (service, plan_id);

create table coverage_1_past as
  select r.*, cast(0 as bigint) as until_position from coverage_1 r with no data;
alter table coverage_1_past alter column plan_id set not null;
alter table coverage_1_past alter column service set not null;
alter table coverage_1_past alter column part set not null;
alter table coverage_1_past alter column position set not null;
alter table coverage_1_past alter column until_position set not null;
alter table coverage_1_past
  add constraint coverage_1_past_pk primary key (plan_id, service, part, position);
create index coverage_1_past_by_position on coverage_1_past (position);
create index coverage_1_past_by_end on coverage_1_past (ends_on, plan_id, service, part);
create index coverage_1_past_by_service on coverage_1_past (service, ends_on, plan_id, part);

create table casework_1_past as
  select r.*, cast(0 as bigint) as until_position from casework_1 r with no data;
alter table casework_1_past alter column plan_id set not null;
alter table casework_1_past alter column case_id set not null;
alter table casework_1_past alter column position set not null;
alter table casework_1_past alter column until_position set not null;
alter table casework_1_past
  add constraint casework_1_past_pk primary key (plan_id, case_id, position);
create index casework_1_past_by_position on casework_1_past (position);
create index casework_1_past_by_day on casework_1_past (order_on, case_id, plan_id);
create index casework_1_past_by_centre
  on casework_1_past (centre_id, order_on, case_id, plan_id);

create table fees_1_past as
  select r.*, cast(0 as bigint) as until_position from fees_1 r with no data;
alter table fees_1_past alter column plan_id set not null;
alter table fees_1_past alter column fee_id set not null;
alter table fees_1_past alter column position set not null;
alter table fees_1_past alter column until_position set not null;
alter table fees_1_past add constraint fees_1_past_pk primary key (plan_id, fee_id, position);
create index fees_1_past_by_position on fees_1_past (position);
create index fees_1_past_by_quote on fees_1_past (quoted_position);
create index fees_1_past_by_status on fees_1_past (status, quoted_position);
create index fees_1_past_by_reference on fees_1_past (payment_reference);
create index fees_1_past_by_due on fees_1_past (due_back_position);

create table obligations_1_past as
  select r.*, cast(0 as bigint) as until_position from obligations_1 r with no data;
alter table obligations_1_past alter column plan_id set not null;
alter table obligations_1_past alter column case_id set not null;
alter table obligations_1_past alter column position set not null;
alter table obligations_1_past alter column until_position set not null;
alter table obligations_1_past
  add constraint obligations_1_past_pk primary key (plan_id, case_id, position);
create index obligations_1_past_by_position on obligations_1_past (position);
create index obligations_1_past_by_report on obligations_1_past (recovered_position);
