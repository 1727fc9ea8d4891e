-- What the books of finance have refused: who wanted what, when, and on which grounds it was not
-- done. It is never changed. `hash` covers the row and the hash of the row before, and is put on
-- record in the third log of the ledger, which every checkpoint covers.
create table finance_refusal (
  number bigint not null,
  name varchar(80) not null,
  revision varchar(20) not null,
  client varchar(255) not null,
  idempotency_key varchar(255) not null,
  fingerprint bytea not null,
  actor varchar(255) not null,
  recorded_at timestamp(6) with time zone not null,
  -- The command, and the grounds, as JSON.
  content bytea not null,
  grounds bytea not null,
  hash bytea not null,
  constraint finance_refusal_pk primary key (number),
  constraint finance_refusal_client_key unique (client, idempotency_key)
);

create index finance_refusal_by_actor on finance_refusal (actor, number);
