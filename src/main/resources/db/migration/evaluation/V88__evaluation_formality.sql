-- 形式审查: what each step of it said, as it was completed (通知二（四）).
create table evaluation_formality (
  task_id varchar(64) not null primary key,
  number varchar(40) not null,
  round integer not null,
  step varchar(16) not null,
  content text not null,
  decided_by varchar(64) not null,
  decided_at timestamp with time zone not null
);
create index evaluation_formality_by_number on evaluation_formality (number, round);
