-- 更正电子材料: how the authority's officer answered a comparison that found differences (附件1 填表须知四).
create table recommendation_electronic_correction (
  check_task_id varchar(64) not null primary key references recommendation_electronic_check (task_id),
  task_id varchar(64) not null unique,
  recommendation_number varchar(40) not null references recommendation (number),
  content text not null,
  replaced text not null,
  corrected_by varchar(64) not null,
  corrected_at timestamp with time zone not null
);
