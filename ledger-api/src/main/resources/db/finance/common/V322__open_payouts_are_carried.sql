-- A run hands payouts to the next month, too: those that have not reached the bank, or do not add
-- up. What such a one comes to so far, as JSON; none in a row for a fee or a line.
alter table finance_carried add column payout bytea;
