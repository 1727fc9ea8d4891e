-- The ledger itself. What stands here is valid on both databases; rights and triggers, which
-- are not, follow in each vendor's own folder. Versions 1 to 99 belong to the store, views use
-- 100 and up. Constraints are named because the store tells their violations apart by name.

-- One row: how far the ledger goes. Whoever appends updates it first, in the same transaction,
-- so that positions have no gaps and stand in the order of the commits.
create table ledger_head (
  id smallint not null,
  position bigint not null,
  attempt bigint not null,
  lookup bigint not null,
  ledger_time timestamp(6) with time zone not null,
  previous_time timestamp(6) with time zone not null,
  constraint ledger_head_pk primary key (id),
  constraint ledger_head_has_one_row check (id = 1)
);

insert into ledger_head (id, position, attempt, lookup, ledger_time, previous_time)
values (1, 0, 0, 0, timestamp with time zone '1970-01-01 00:00:00+00:00',
  timestamp with time zone '1970-01-01 00:00:00+00:00');

create table ledger_event (
  position bigint not null,
  ledger_time timestamp(6) with time zone not null,
  stream_type varchar(6) not null,
  stream_id varchar(80) not null,
  sequence bigint not null,
  event_id varchar(64) not null,
  type varchar(80) not null,
  revision varchar(20) not null,
  recorded_at timestamp(6) with time zone not null,
  payload bytea not null,
  metadata bytea not null,
  leaf_hash bytea not null,
  stream_hash bytea not null,
  attempt bigint,
  constraint ledger_event_pk primary key (position),
  constraint ledger_event_stream_sequence unique (stream_id, sequence),
  constraint ledger_event_event_id unique (event_id),
  constraint ledger_event_stream_type check (stream_type in ('PLAN', 'DEVICE'))
);

-- No index by ledger_time: it grows with the position, so a search that halves finds an instant.

create table ledger_attempt (
  number bigint not null,
  client varchar(255) not null,
  idempotency_key varchar(255) not null,
  fingerprint bytea not null,
  plan_id varchar(80),
  case_id varchar(80),
  command_type varchar(80) not null,
  command bytea not null,
  outcome varchar(8) not null,
  decision bytea not null,
  first_position bigint,
  last_position bigint,
  plan_sequence bigint,
  actor varchar(255) not null,
  trace varchar(255),
  business_moment timestamp(6) with time zone not null,
  recorded_at timestamp(6) with time zone not null,
  constraint ledger_attempt_pk primary key (number),
  constraint ledger_attempt_client_key unique (client, idempotency_key),
  constraint ledger_attempt_outcome check (outcome in ('ACCEPTED', 'REFUSED'))
);

create index ledger_attempt_by_plan on ledger_attempt (plan_id, number);

-- Values too private for an event, to be erased one by one.
create table private_value (
  reference varchar(80) not null,
  subject varchar(80) not null,
  kind varchar(80) not null,
  salt bytea not null,
  content bytea not null,
  constraint private_value_pk primary key (reference)
);

create index private_value_by_subject on private_value (subject);

-- The serial behind each device id.
create table device_serial (
  device_id varchar(80) not null,
  canonical_serial varchar(255) not null,
  raw_serial varchar(255) not null,
  constraint device_serial_pk primary key (device_id)
);

-- Who asked by serial, when and why.
create table device_lookup_log (
  number bigint not null,
  device_id varchar(80) not null,
  client varchar(255) not null,
  actor varchar(255) not null,
  reason varchar(2000) not null,
  found boolean not null,
  looked_up_at timestamp(6) with time zone not null,
  constraint device_lookup_log_pk primary key (number)
);

create index device_lookup_log_by_device on device_lookup_log (device_id, number);

-- How far each view has read; the columns are those of Axon's token store.
create table view_token (
  processor_name varchar(255) not null,
  segment integer not null,
  token bytea,
  token_type varchar(255),
  claimed_at varchar(255),
  owner varchar(255),
  constraint view_token_pk primary key (processor_name, segment)
);

-- Events a view could not digest; the columns are those of Axon's dead-letter queue.
create table dead_letter (
  dead_letter_id varchar(255) not null,
  processing_group varchar(255) not null,
  sequence_id varchar(255) not null,
  sequence_index bigint not null,
  message_type varchar(255) not null,
  event_id varchar(255) not null,
  recorded_at varchar(255) not null,
  type varchar(255) not null,
  revision varchar(255),
  payload bytea not null,
  metadata bytea,
  stream_type varchar(255),
  stream_id varchar(255),
  sequence bigint,
  token_type varchar(255),
  token bytea,
  enqueued_at varchar(255) not null,
  last_touched_at varchar(255),
  processing_started_at varchar(255),
  cause_type varchar(255),
  cause_message varchar(1023),
  diagnostics bytea,
  constraint dead_letter_pk primary key (dead_letter_id),
  constraint dead_letter_sequence unique (processing_group, sequence_id, sequence_index)
);
