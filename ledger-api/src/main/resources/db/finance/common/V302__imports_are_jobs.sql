-- Settlements are imported by jobs, too.
alter table job drop constraint job_kind;
alter table job add constraint job_kind
  check (kind in ('SWEEP', 'SIMULATION', 'VERIFICATION', 'REBUILD', 'BACKUP', 'IMPORT'));
