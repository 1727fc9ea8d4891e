-- Whether a device is still to be sent in does not follow from how far its case has come: a
-- receipt may turn out to have been a mistake. For rows of before it is taken from that all the
-- same; a rebuild of the view makes it exact.
alter table casework_1 add column dispatched boolean default false not null;
alter table casework_1 add column receipts bigint default 0 not null;
update casework_1 set receipts = 1
  where stage in ('RECEIVED', 'ASSESSED', 'SETTLED')
    or (process <> 'EXPRESS' and stage in ('CLAIMED', 'PAID') and type <> 'FLYAWAY');
update casework_1 set dispatched = true where stage = 'DISPATCHED';
alter table casework_1_past add column dispatched boolean default false not null;
alter table casework_1_past add column receipts bigint default 0 not null;
update casework_1_past set receipts = 1
  where stage in ('RECEIVED', 'ASSESSED', 'SETTLED')
    or (process <> 'EXPRESS' and stage in ('CLAIMED', 'PAID') and type <> 'FLYAWAY');
update casework_1_past set dispatched = true where stage = 'DISPATCHED';
alter table casework_1_b add column dispatched boolean default false not null;
alter table casework_1_b add column receipts bigint default 0 not null;
update casework_1_b set receipts = 1
  where stage in ('RECEIVED', 'ASSESSED', 'SETTLED')
    or (process <> 'EXPRESS' and stage in ('CLAIMED', 'PAID') and type <> 'FLYAWAY');
update casework_1_b set dispatched = true where stage = 'DISPATCHED';
alter table casework_1_past_b add column dispatched boolean default false not null;
alter table casework_1_past_b add column receipts bigint default 0 not null;
update casework_1_past_b set receipts = 1
  where stage in ('RECEIVED', 'ASSESSED', 'SETTLED')
    or (process <> 'EXPRESS' and stage in ('CLAIMED', 'PAID') and type <> 'FLYAWAY');
update casework_1_past_b set dispatched = true where stage = 'DISPATCHED';
