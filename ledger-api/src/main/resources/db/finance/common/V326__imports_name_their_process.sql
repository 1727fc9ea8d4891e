-- Which process imports, by its name among those that share the database: after a crash the next
-- one of that name need not wait until the import counts as ended.
alter table settlement_import add column node varchar(80) default '' not null;
