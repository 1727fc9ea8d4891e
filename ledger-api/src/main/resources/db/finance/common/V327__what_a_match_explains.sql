-- What of its fee a row settles without money: remainders that the match books to an account of
-- their own. Runs from before do not say it; they do once they are run again.
alter table finance_match add column explained_minor bigint default 0 not null;
