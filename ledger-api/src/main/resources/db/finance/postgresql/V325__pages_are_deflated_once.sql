-- Pages come deflated: what tries to make them smaller again takes time and finds nothing.
alter table settlement_page alter column content set storage external;
