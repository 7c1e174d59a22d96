-- Uploads of one case or recommendation queue here, so that together they stay within its limit.
create table attachment_owner (
  owner varchar(40) not null primary key
);
