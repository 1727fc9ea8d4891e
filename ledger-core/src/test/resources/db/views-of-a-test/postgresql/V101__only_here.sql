comment on table view_of_a_test is 'on postgresql';
