-- Commands that a person may send twice: the key is taken in the transaction that does the work.
create table audit_command (
  command_key varchar(100) not null primary key,
  actor varchar(64) not null,
  fingerprint varchar(64) not null,
  answer varchar(200) not null,
  done_at timestamp with time zone not null
);
create index audit_command_by_time on audit_command (done_at);
