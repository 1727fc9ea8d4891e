-- Each view has its tables twice. One set is live; the other, whose names end in "_b", is where the
-- view can be built anew beside it, and the two change places when that is done. Both sets have the
-- same form, so nobody needs the right to make tables while the ledger runs.

-- Which set of a view is live, what lies in the other one, and who is building there. A row is
-- added by the first process that knows the view.
create table view_set (
  view_name varchar(255) not null,
  live varchar(1) not null,
  switches bigint not null,
  spare varchar(10) not null,
  spare_position bigint not null,
  rebuild_id uuid,
  rebuild_node varchar(255),
  rebuild_seen_at timestamp(6) with time zone,
  constraint view_set_pk primary key (view_name),
  constraint view_set_live check (live in ('A', 'B')),
  constraint view_set_spare check (spare in ('EMPTY', 'PARTIAL', 'REBUILT', 'REPLACED'))
);

create table entitlement_1_b (
  plan_id uuid not null,
  service varchar(20) not null,
  total integer,
  used integer not null,
  reserved integer not null,
  available integer,
  ended boolean not null,
  position bigint not null,
  constraint entitlement_1_b_pk primary key (plan_id, service)
);

create index entitlement_1_b_by_service on entitlement_1_b (service, plan_id);

create table entitlement_claim_1_b (
  plan_id uuid not null,
  case_id uuid not null,
  service varchar(20) not null,
  mode varchar(20),
  state varchar(20) not null,
  position bigint not null,
  constraint entitlement_claim_1_b_pk primary key (plan_id, case_id, service)
);

create table coverage_1_b (
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
  constraint coverage_1_b_pk primary key (plan_id, service, part)
);

create index coverage_1_b_by_end on coverage_1_b (ends_on, plan_id, service, part);
create index coverage_1_b_by_service on coverage_1_b (service, ends_on, plan_id, part);

create table coverage_plan_1_b (
  plan_id uuid not null,
  zone varchar(255) not null,
  position bigint not null,
  constraint coverage_plan_1_b_pk primary key (plan_id)
);

create table history_1_b (
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
  constraint history_1_b_pk primary key (position)
);

create index history_1_b_by_actor on history_1_b (actor, position);
create index history_1_b_by_type on history_1_b (type, position);
create index history_1_b_by_time on history_1_b (recorded_at);
create index history_1_b_by_plan on history_1_b (plan_id, position);
create index history_1_b_by_device on history_1_b (device_id, position);
create index history_1_b_by_trace on history_1_b (trace_id, position);

create table lineage_binding_1_b (
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
  constraint lineage_binding_1_b_pk primary key (plan_id, device_id)
);

create index lineage_binding_1_b_by_device on lineage_binding_1_b (device_id);

create table lineage_device_1_b (
  device_id varchar(64) not null,
  plan_id uuid,
  last_plan_id uuid not null,
  status varchar(20) not null,
  restricted boolean not null,
  owned_by_provider boolean not null,
  successor varchar(64),
  position bigint not null,
  constraint lineage_device_1_b_pk primary key (device_id)
);

create table casework_1_b (
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
  constraint casework_1_b_pk primary key (plan_id, case_id)
);

create index casework_1_b_by_day on casework_1_b (order_on, case_id, plan_id);
create index casework_1_b_by_centre on casework_1_b (centre_id, order_on, case_id, plan_id);

create table fees_1_b (
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
  constraint fees_1_b_pk primary key (plan_id, fee_id)
);

create unique index fees_1_b_by_quote on fees_1_b (quoted_position);
create index fees_1_b_by_status on fees_1_b (status, quoted_position);
create index fees_1_b_by_reference on fees_1_b (payment_reference);
create index fees_1_b_by_due on fees_1_b (due_back_position);

create table fees_case_1_b (
  plan_id uuid not null,
  case_id uuid not null,
  region varchar(2) not null,
  centre_id varchar(255) not null,
  process varchar(20) not null,
  opened_at timestamp(6) with time zone not null,
  in_time boolean not null,
  position bigint not null,
  constraint fees_case_1_b_pk primary key (plan_id, case_id)
);

create table fees_plan_1_b (
  plan_id uuid not null,
  from_on date not null,
  until_on date not null,
  position bigint not null,
  constraint fees_plan_1_b_pk primary key (plan_id)
);

create table plans_1_b (
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
  constraint plans_1_b_pk primary key (plan_id)
);

create index plans_1_b_by_region on plans_1_b (region, plan_id);
create index plans_1_b_by_model on plans_1_b (model, plan_id);
create index plans_1_b_by_device on plans_1_b (device_id);

create table obligations_1_b (
  plan_id uuid not null,
  case_id uuid not null,
  device_id varchar(64) not null,
  centre_id varchar(255) not null,
  region varchar(2) not null,
  recovered_at timestamp(6) with time zone,
  recovered_position bigint,
  returned_at timestamp(6) with time zone,
  position bigint not null,
  constraint obligations_1_b_pk primary key (plan_id, case_id)
);

create index obligations_1_b_by_report on obligations_1_b (recovered_position);

-- The pasts of the second set.
create table plans_1_past_b as
  select r.*, cast(0 as bigint) as until_position from plans_1_b r with no data;
alter table plans_1_past_b alter column plan_id set not null;
alter table plans_1_past_b alter column position set not null;
alter table plans_1_past_b alter column until_position set not null;
alter table plans_1_past_b add constraint plans_1_past_b_pk primary key (plan_id, position);
create index plans_1_past_b_by_position on plans_1_past_b (position);
create index plans_1_past_b_by_region on plans_1_past_b (region, plan_id);
create index plans_1_past_b_by_model on plans_1_past_b (model, plan_id);
create index plans_1_past_b_by_device on plans_1_past_b (device_id);

create table entitlement_1_past_b as
  select r.*, cast(0 as bigint) as until_position from entitlement_1_b r with no data;
alter table entitlement_1_past_b alter column plan_id set not null;
alter table entitlement_1_past_b alter column service set not null;
alter table entitlement_1_past_b alter column position set not null;
alter table entitlement_1_past_b alter column until_position set not null;
alter table entitlement_1_past_b
  add constraint entitlement_1_past_b_pk primary key (plan_id, service, position);
create index entitlement_1_past_b_by_position on entitlement_1_past_b (position);
create index entitlement_1_past_b_by_service on entitlement_1_past_b (service, plan_id);

create table coverage_1_past_b as
  select r.*, cast(0 as bigint) as until_position from coverage_1_b r with no data;
alter table coverage_1_past_b alter column plan_id set not null;
alter table coverage_1_past_b alter column service set not null;
alter table coverage_1_past_b alter column part set not null;
alter table coverage_1_past_b alter column position set not null;
alter table coverage_1_past_b alter column until_position set not null;
alter table coverage_1_past_b
  add constraint coverage_1_past_b_pk primary key (plan_id, service, part, position);
create index coverage_1_past_b_by_position on coverage_1_past_b (position);
create index coverage_1_past_b_by_end on coverage_1_past_b (ends_on, plan_id, service, part);
create index coverage_1_past_b_by_service on coverage_1_past_b (service, ends_on, plan_id, part);

create table casework_1_past_b as
  select r.*, cast(0 as bigint) as until_position from casework_1_b r with no data;
alter table casework_1_past_b alter column plan_id set not null;
alter table casework_1_past_b alter column case_id set not null;
alter table casework_1_past_b alter column position set not null;
alter table casework_1_past_b alter column until_position set not null;
alter table casework_1_past_b
  add constraint casework_1_past_b_pk primary key (plan_id, case_id, position);
create index casework_1_past_b_by_position on casework_1_past_b (position);
create index casework_1_past_b_by_day on casework_1_past_b (order_on, case_id, plan_id);
create index casework_1_past_b_by_centre
  on casework_1_past_b (centre_id, order_on, case_id, plan_id);

create table fees_1_past_b as
  select r.*, cast(0 as bigint) as until_position from fees_1_b r with no data;
alter table fees_1_past_b alter column plan_id set not null;
alter table fees_1_past_b alter column fee_id set not null;
alter table fees_1_past_b alter column position set not null;
alter table fees_1_past_b alter column until_position set not null;
alter table fees_1_past_b add constraint fees_1_past_b_pk primary key (plan_id, fee_id, position);
create index fees_1_past_b_by_position on fees_1_past_b (position);
create index fees_1_past_b_by_quote on fees_1_past_b (quoted_position);
create index fees_1_past_b_by_status on fees_1_past_b (status, quoted_position);
create index fees_1_past_b_by_reference on fees_1_past_b (payment_reference);
create index fees_1_past_b_by_due on fees_1_past_b (due_back_position);

create table obligations_1_past_b as
  select r.*, cast(0 as bigint) as until_position from obligations_1_b r with no data;
alter table obligations_1_past_b alter column plan_id set not null;
alter table obligations_1_past_b alter column case_id set not null;
alter table obligations_1_past_b alter column position set not null;
alter table obligations_1_past_b alter column until_position set not null;
alter table obligations_1_past_b
  add constraint obligations_1_past_b_pk primary key (plan_id, case_id, position);
create index obligations_1_past_b_by_position on obligations_1_past_b (position);
create index obligations_1_past_b_by_report on obligations_1_past_b (recovered_position);
