-- The paper of a region's application is counted as that of a list is (通知二（三）, 附件1 填表须知三): rounds belong to neither,
-- and name either by its number. New tables instead of renamed ones, because the old key has a name of the database's
-- own choice.
create table paper_round (
  number varchar(40) not null,
  round integer not null,
  task_id varchar(64) not null unique,
  content text not null,
  missing text not null,
  due_at timestamp with time zone,
  registered_at timestamp with time zone not null,
  registered_by varchar(64) not null,
  primary key (number, round)
);

create table paper_supplement (
  number varchar(40) not null,
  round integer not null,
  task_id varchar(64) not null unique,
  supplement text not null,
  supplied_at timestamp with time zone not null,
  supplied_by varchar(64) not null,
  primary key (number, round),
  foreign key (number, round) references paper_round (number, round)
);

insert into paper_round (number, round, task_id, content, missing, due_at, registered_at, registered_by)
  select recommendation_number, round, task_id, content, missing, due_at, registered_at, registered_by
  from recommendation_paper_round;

insert into paper_supplement (number, round, task_id, supplement, supplied_at, supplied_by)
  select recommendation_number, round, task_id, supplement, supplied_at, supplied_by
  from recommendation_paper_supplement;

drop table recommendation_paper_supplement;
drop table recommendation_paper_round;
