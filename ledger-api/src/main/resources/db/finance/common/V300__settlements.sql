-- Files of payment processors and banks, and the lines that were read from them. A file is there
-- when its row in `settlement_file` is there, which is inserted last: pages and records that belong
-- to no file are of an import that goes on, or that ended before its end and will be removed.

-- Imports that go on: each holds the number that its file will have, and the bytes that nobody else
-- shall import meanwhile. `seen_at` is when its process last gave a sign of life.
create table settlement_import (
  number integer not null,
  sha256 bytea not null,
  seen_at timestamp(6) with time zone not null,
  constraint settlement_import_pk primary key (number),
  constraint settlement_import_bytes unique (sha256)
);

create table settlement_file (
  number integer not null,
  sha256 bytea not null,
  format varchar(20) not null,
  file_name varchar(255) not null,
  bytes bigint not null,
  mapping varchar(64),
  -- What the mapping said then, as JSON.
  mapping_content varchar(20000),
  pages integer not null,
  lines integer not null,
  quarantined integer not null,
  -- Days as ISO 8601 writes them; none in a file without lines.
  first_booked_on varchar(10),
  last_booked_on varchar(10),
  -- What the lines of each currency come to, as JSON.
  totals varchar(20000) not null,
  imported_at timestamp(6) with time zone not null,
  imported_by varchar(128) not null,
  constraint settlement_file_pk primary key (number),
  constraint settlement_file_bytes unique (sha256)
);

-- Some hundred lines in their stored form, and the SHA-256 of it.
create table settlement_page (
  file integer not null,
  page integer not null,
  first_line integer not null,
  last_line integer not null,
  lines integer not null,
  sha256 bytea not null,
  content bytea not null,
  constraint settlement_page_pk primary key (file, page)
);

-- Records that could not be read, in the order in which they were met.
create table settlement_quarantine (
  file integer not null,
  ordinal integer not null,
  line integer not null,
  column_name varchar(200),
  reason varchar(30) not null,
  detail varchar(500) not null,
  raw varchar(4000) not null,
  constraint settlement_quarantine_pk primary key (file, ordinal)
);

-- What the columns of somebody's tables mean, by a name.
create table settlement_mapping (
  name varchar(64) not null,
  content varchar(20000) not null,
  saved_at timestamp(6) with time zone not null,
  saved_by varchar(128) not null,
  constraint settlement_mapping_pk primary key (name)
);
