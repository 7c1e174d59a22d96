-- The electronic set of a region's application is compared as that of a list is (附件1 填表须知四, 附件2 填表须知四):
-- comparisons and corrections belong to neither, and name either by its number. New tables instead of renamed ones,
-- because the old keys have names of the database's own choice.
create table electronic_check (
  number varchar(40) not null,
  round integer not null,
  task_id varchar(64) not null unique,
  decision varchar(20) not null,
  reason varchar(4000) not null,
  differences text not null,
  due_at timestamp with time zone,
  checked_by varchar(64) not null,
  checked_at timestamp with time zone not null,
  primary key (number, round)
);

create table electronic_correction (
  number varchar(40) not null,
  round integer not null,
  task_id varchar(64) not null unique,
  content text not null,
  replaced text not null,
  corrected_by varchar(64) not null,
  corrected_at timestamp with time zone not null,
  primary key (number, round),
  foreign key (number, round) references electronic_check (number, round)
);

insert into electronic_check (number, round, task_id, decision, reason, differences, due_at, checked_by, checked_at)
  select recommendation_number, row_number() over (partition by recommendation_number order by id), task_id, decision,
    reason, differences, due_at, checked_by, checked_at
  from recommendation_electronic_check;

insert into electronic_correction (number, round, task_id, content, replaced, corrected_by, corrected_at)
  select compared.number, compared.round, corrected.task_id, content, replaced, corrected_by, corrected_at
  from recommendation_electronic_correction corrected
  join electronic_check compared on compared.task_id = corrected.check_task_id;

drop table recommendation_electronic_correction;
drop table recommendation_electronic_check;

-- What is read in a scan belongs to whoever compares it with the paper: cases, lists and regions.
alter table application_scan_page rename to electronic_scan_page;
