-- As the views' own migrations do: a table with all rights for the application.
create table view_of_a_test (
  id varchar(10) not null,
  constraint view_of_a_test_pk primary key (id)
);

grant select, insert, update, delete on view_of_a_test to ${application_role};
