-- 成效突出地区申报书（附件2） as frozen. A revision is written once and never changed: its fingerprint is printed on every
-- page. Its 附名单 may have thousands of rows, so they are only read where they are printed.
create table region_revision (
  region_number varchar(32) not null,
  revision integer not null,
  content text not null,
  proof text not null,
  evidence text not null,
  fingerprint varchar(64) not null,
  frozen_at timestamp with time zone not null,
  frozen_by varchar(64) not null,
  confirmed text not null,
  primary key (region_number, revision)
);

create table region_name_list (
  region_number varchar(32) not null,
  revision integer not null,
  list varchar(40) not null,
  content text not null,
  primary key (region_number, revision, list),
  foreign key (region_number, revision) references region_revision (region_number, revision)
);
