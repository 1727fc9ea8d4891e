-- Fees are found by the reference of their payment, too: a line of a settlement may name nothing
-- else. In both sets of tables.
create index movements_1_by_payment on movements_1 (payment_reference);
create index movements_1_b_by_payment on movements_1_b (payment_reference);
