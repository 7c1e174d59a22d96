-- The coordinator's word that a category outside the table may apply in a direction: 企业…等 (通知一（一）, C3).
create table application_admission (
  case_number varchar(32) not null references application_case (number),
  direction varchar(8) not null,
  category varchar(32) not null,
  reason varchar(2000) not null,
  admitted_at timestamp with time zone not null,
  admitted_by varchar(64) not null,
  primary key (case_number, direction, category)
);
create index application_case_by_enterprise on application_case (uscc);
