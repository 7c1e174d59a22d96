-- 评价（公平、公正、公开、择优）: what an authority keeps of each check, by the task of its review. It never leaves the authority.
create table recommendation_check_sheet (
  task_id varchar(64) not null primary key,
  case_number varchar(32) not null,
  authority varchar(32) not null,
  revision integer not null,
  content text not null,
  -- Null where the case went back before everything was scored.
  total integer
);
create index recommendation_check_sheet_by_case on recommendation_check_sheet (case_number);
