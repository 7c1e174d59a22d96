-- 超额推荐: who consented to send more than the cap, and what the ministry did with it on receipt (通知二（二）).
create table recommendation_excess_consent (
  task_id varchar(64) not null primary key,
  recommendation_number varchar(40) not null references recommendation (number),
  version integer not null,
  recommended integer not null,
  cap integer not null,
  consented_by varchar(64) not null,
  consented_at timestamp with time zone not null
);
create index recommendation_excess_consent_by_list on recommendation_excess_consent (recommendation_number, version);

create table recommendation_excess_reception (
  recommendation_number varchar(40) not null primary key references recommendation (number),
  version integer not null,
  outcome varchar(20) not null,
  recommended integer not null,
  cap integer not null,
  received_by varchar(64) not null,
  received_at timestamp with time zone not null
);
