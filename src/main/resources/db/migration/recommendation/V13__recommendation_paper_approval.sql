-- 线下签批: what was decided on paper and recorded by the officer. The decision itself is the row of the same task.
create table recommendation_paper_approval (
  task_id varchar(64) not null primary key,
  subject varchar(40) not null,
  signer varchar(100) not null,
  signer_role varchar(20) not null,
  signed_on date not null,
  scan_id uuid not null,
  recorded_by varchar(64) not null,
  recorded_at timestamp with time zone not null
);
