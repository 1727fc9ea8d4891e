-- The ledger itself. What stands here is valid on both databases; rights and triggers, which
-- are not, follow in each vendor's own folder. Versions 1 to 99 belong to the store, views use
-- 100 and up. Constraints are named because the store tells their violations apart by name.

-- One row: how far the ledger goes. Whoever appends updates it first, in the same transaction,
-- so that positions have no gaps and stand in the order of the commits.
create table ledger_head (
  id smallint not null,
  position bigint not null,
  attempt bigint not null,
  read bigint not null,
  ledger_time timestamp(6) with time zone not null,
  previous_time timestamp(6) with time zone not null,
  constraint ledger_head_pk primary key (id),
  constraint ledger_head_has_one_row check (id = 1)
);

insert into ledger_head (id, position, attempt, read, ledger_time, previous_time)
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

-- Who looked at what others may not see without a reason, when and why: a serial looked up, a
-- proof handed out.
create table ledger_read (
  number bigint not null,
  kind varchar(40) not null,
  subject varchar(80) not null,
  client varchar(255) not null,
  actor varchar(255) not null,
  reason varchar(2000) not null,
  outcome varchar(9) not null,
  read_at timestamp(6) with time zone not null,
  constraint ledger_read_pk primary key (number),
  constraint ledger_read_outcome check (outcome in ('FOUND', 'NOT_FOUND'))
);

create index ledger_read_by_subject on ledger_read (subject, number);

-- One row: how many checkpoints there are. Whoever makes one locks it first.
create table log_state (
  id smallint not null,
  checkpoint bigint not null,
  constraint log_state_pk primary key (id),
  constraint log_state_has_one_row check (id = 1)
);

insert into log_state (id, checkpoint) values (1, 0);

-- The trees over the three logs: 256 hashes a row, of which the last row of a level may hold
-- fewer. All of it can be computed from the logs again.
create table log_tile (
  log varchar(8) not null,
  level smallint not null,
  number bigint not null,
  hashes bytea not null,
  constraint log_tile_pk primary key (log, level, number)
);

-- The map of streams: its entries by the first 16 bits of their keys, and above them two layers
-- of 256 hashes a row.
create table log_map_bucket (
  number integer not null,
  entries bytea not null,
  constraint log_map_bucket_pk primary key (number)
);

create table log_map_tile (
  layer smallint not null,
  number smallint not null,
  hashes bytea not null,
  constraint log_map_tile_pk primary key (layer, number)
);

-- The public keys that checkpoints are signed with, and from which checkpoint on.
create table log_key (
  number bigint not null,
  name varchar(255) not null,
  public_key bytea not null,
  from_checkpoint bigint not null,
  from_size bigint not null,
  since timestamp(6) with time zone not null,
  constraint log_key_pk primary key (number)
);

-- Every checkpoint, as it was signed.
create table log_checkpoint (
  number bigint not null,
  size bigint not null,
  attempts bigint not null,
  reads bigint not null,
  note varchar(8000) not null,
  made_at timestamp(6) with time zone not null,
  constraint log_checkpoint_pk primary key (number)
);

create index log_checkpoint_by_size on log_checkpoint (size, number);

-- Every time the ledger was verified, and what came of it.
create table log_verification (
  number bigint not null,
  extent varchar(11) not null,
  checkpoint bigint not null,
  started_at timestamp(6) with time zone not null,
  ended_at timestamp(6) with time zone not null,
  finding varchar(2000),
  constraint log_verification_pk primary key (number),
  constraint log_verification_extent check (extent in ('INCREMENTAL', 'FULL'))
);

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
