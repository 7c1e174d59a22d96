-- 重新开放: each closing date that a list has missed, and what the bureau decided about it (通知二（三）).
create table recommendation_reopening (
  recommendation_number varchar(40) not null references recommendation (number),
  missed timestamp with time zone not null,
  -- Empty while nobody has decided.
  decision varchar(20),
  closing timestamp with time zone,
  reason varchar(2000),
  decided_by varchar(64),
  decided_at timestamp with time zone,
  primary key (recommendation_number, missed)
);
-- 终止联合推荐: why a joint act was given up before it left.
alter table recommendation add column given_up_because varchar(500);
