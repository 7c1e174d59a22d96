-- 成效突出地区申报 of one authority, or of the two of a province jointly (通知一（二）, 二（一）; C14).
create table region_application (
  number varchar(40) not null primary key,
  campaign varchar(20) not null,
  authority varchar(32) not null,
  partner varchar(32) not null,
  direction varchar(20) not null,
  privacy_version varchar(20) not null,
  opened_by varchar(64) not null,
  opened_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  ending varchar(20),
  closing_reason varchar(2000),
  closed_by varchar(64)
);

create table region_member (
  region_number varchar(40) not null references region_application (number),
  campaign varchar(20) not null,
  authority varchar(32) not null,
  -- The direction where the campaign allows one application for each, else empty; null once the application has ended.
  seat varchar(20),
  primary key (region_number, authority),
  constraint region_member_once unique (campaign, authority, seat)
);
