-- Runs at every start, so that a changed password reaches an existing file.
alter user ${application_role} set password '${application_password}';
