grant select, insert, update on job to ${application_role};
