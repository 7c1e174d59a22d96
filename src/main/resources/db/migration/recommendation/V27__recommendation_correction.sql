-- 补正事项: what the officer ticked when the case went back, each with its reason. A revision goes back once.
create table recommendation_correction (
  case_number varchar(32) not null,
  revision integer not null,
  target varchar(60) not null,
  place integer not null,
  reason varchar(1000) not null,
  task_id varchar(64) not null,
  primary key (case_number, revision, target)
);
