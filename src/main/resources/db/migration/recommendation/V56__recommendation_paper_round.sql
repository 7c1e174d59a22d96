-- 登记纸质材料: the ministry's officer counts what arrived, round by round, and the authority sends what was missing
-- (通知二（三）, 附件1 填表须知三). Rounds are facts of their own; the receipt stays the row of V6.
create table recommendation_paper_round (
  recommendation_number varchar(40) not null references recommendation (number),
  round integer not null,
  task_id varchar(64) not null unique,
  content text not null,
  missing text not null,
  due_at timestamp with time zone,
  registered_at timestamp with time zone not null,
  registered_by varchar(64) not null,
  primary key (recommendation_number, round)
);

create table recommendation_paper_supplement (
  recommendation_number varchar(40) not null,
  round integer not null,
  task_id varchar(64) not null unique,
  supplement text not null,
  supplied_at timestamp with time zone not null,
  supplied_by varchar(64) not null,
  primary key (recommendation_number, round),
  foreign key (recommendation_number, round) references recommendation_paper_round (recommendation_number, round)
);
