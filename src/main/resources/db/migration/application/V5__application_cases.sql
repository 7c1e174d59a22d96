-- 典型案例申报. A revision is written once and never changed: its fingerprint is printed on every page.
create table application_number (
  series varchar(40) not null primary key,
  last_given integer not null
);

create table application_case (
  number varchar(32) not null primary key,
  campaign varchar(20) not null,
  authority varchar(32) not null,
  uscc varchar(18) not null,
  applicant varchar(64) not null,
  direction varchar(8) not null,
  privacy_version varchar(20) not null,
  case_name varchar(200) not null,
  unit_name varchar(200) not null,
  opened_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  -- Campaign and code while the case is live, else null: one live application per enterprise (通知二（一）).
  live_key varchar(64) unique
);
create index application_case_by_authority on application_case (authority);

create table application_draft (
  subject varchar(40) not null,
  form varchar(40) not null,
  version integer not null,
  content text not null,
  saved_at timestamp with time zone not null,
  saved_by varchar(64) not null,
  primary key (subject, form)
);

create table application_revision (
  case_number varchar(32) not null references application_case (number),
  revision integer not null,
  content text not null,
  evidence text not null,
  fingerprint varchar(64) not null,
  frozen_at timestamp with time zone not null,
  frozen_by varchar(64) not null,
  primary key (case_number, revision)
);

create table application_filing (
  case_number varchar(32) not null,
  revision integer not null,
  scan_id uuid not null,
  content text not null,
  filed_at timestamp with time zone not null,
  filed_by varchar(64) not null,
  primary key (case_number, revision),
  foreign key (case_number, revision) references application_revision (case_number, revision)
);
