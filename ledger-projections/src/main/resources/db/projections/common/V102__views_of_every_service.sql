-- The second form of the views, which know every service. They are folded from the ledger when they
-- are first followed; the first form, with the places it had reached, is not needed any more.

drop table entitlement_1;
drop table entitlement_claim_1;
drop table coverage_1;
drop table lineage_binding_1;
drop table lineage_device_1;
drop table casework_1;
drop table fees_1;
drop table fees_case_1;
drop table plans_1;
drop table obligations_1;

delete from view_token where processor_name in
  ('entitlement_1', 'coverage_1', 'lineage_1', 'casework_1', 'fees_1', 'plans_1', 'obligations_1');
delete from dead_letter where processing_group in
  ('entitlement_1', 'coverage_1', 'lineage_1', 'casework_1', 'fees_1', 'plans_1', 'obligations_1');

create table entitlement_2 (
  plan_id uuid not null,
  service varchar(20) not null,
  total integer,
  used integer not null,
  reserved integer not null,
  available integer,
  ended boolean not null,
  position bigint not null,
  constraint entitlement_2_pk primary key (plan_id, service)
);

create index entitlement_2_by_service on entitlement_2 (service, plan_id);

create table entitlement_claim_2 (
  plan_id uuid not null,
  case_id uuid not null,
  service varchar(20) not null,
  mode varchar(20),
  state varchar(20) not null,
  position bigint not null,
  constraint entitlement_claim_2_pk primary key (plan_id, case_id, service)
);

-- An empty part stands for the whole device. A row of a device that was bound by mistake stays,
-- but belongs to nothing any more. The last column of days is the one to sort by: the end of the
-- window, or that of the plan if it was left before.
create table coverage_2 (
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
  constraint coverage_2_pk primary key (plan_id, service, part)
);

create index coverage_2_by_end on coverage_2 (ends_on, plan_id, service, part);
create index coverage_2_by_service on coverage_2 (service, ends_on, plan_id, part);

create table coverage_plan_2 (
  plan_id uuid not null,
  zone varchar(255) not null,
  position bigint not null,
  constraint coverage_plan_2_pk primary key (plan_id)
);

-- The chain of a plan's devices, written by the events of the plan.
create table lineage_binding_2 (
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
  constraint lineage_binding_2_pk primary key (plan_id, device_id)
);

create index lineage_binding_2_by_device on lineage_binding_2 (device_id);

-- What each device is now, written by the events of the device.
create table lineage_device_2 (
  device_id varchar(64) not null,
  plan_id uuid,
  last_plan_id uuid not null,
  status varchar(20) not null,
  restricted boolean not null,
  owned_by_provider boolean not null,
  successor varchar(64),
  position bigint not null,
  constraint lineage_device_2_pk primary key (device_id)
);

create table casework_2 (
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
  constraint casework_2_pk primary key (plan_id, case_id)
);

create index casework_2_by_day on casework_2 (order_on, case_id, plan_id);
create index casework_2_by_centre on casework_2 (centre_id, order_on, case_id, plan_id);

create table fees_2 (
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
  constraint fees_2_pk primary key (plan_id, fee_id)
);

create unique index fees_2_by_quote on fees_2 (quoted_position);
create index fees_2_by_status on fees_2 (status, quoted_position);
create index fees_2_by_reference on fees_2 (payment_reference);
create index fees_2_by_due on fees_2 (due_back_position);

create table fees_case_2 (
  plan_id uuid not null,
  case_id uuid not null,
  region varchar(2) not null,
  centre_id varchar(255) not null,
  process varchar(20) not null,
  opened_at timestamp(6) with time zone not null,
  in_time boolean not null,
  position bigint not null,
  constraint fees_case_2_pk primary key (plan_id, case_id)
);

create table fees_plan_2 (
  plan_id uuid not null,
  from_on date not null,
  until_on date not null,
  position bigint not null,
  constraint fees_plan_2_pk primary key (plan_id)
);

create table plans_2 (
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
  constraint plans_2_pk primary key (plan_id)
);

create index plans_2_by_region on plans_2 (region, plan_id);
create index plans_2_by_model on plans_2 (model, plan_id);
create index plans_2_by_device on plans_2 (device_id);

-- Every device that was applied for as lost; those with a day of recovery are to be sent in, until
-- they have come back.
create table obligations_2 (
  plan_id uuid not null,
  case_id uuid not null,
  device_id varchar(64) not null,
  centre_id varchar(255) not null,
  region varchar(2) not null,
  recovered_at timestamp(6) with time zone,
  recovered_position bigint,
  returned_at timestamp(6) with time zone,
  position bigint not null,
  constraint obligations_2_pk primary key (plan_id, case_id)
);

create index obligations_2_by_report on obligations_2 (recovered_position);
