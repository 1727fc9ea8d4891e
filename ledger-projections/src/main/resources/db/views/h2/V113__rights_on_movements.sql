-- As for the other views.
grant select, insert, update, delete on
  movements_1, movements_fee_1, movements_case_1, movements_1_b, movements_fee_1_b,
  movements_case_1_b
to ${application_role};
