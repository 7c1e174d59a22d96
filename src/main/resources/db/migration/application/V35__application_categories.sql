-- 企业类别 as last frozen, each code between commas: the authority's table of cases filters by it.
alter table application_case add column categories varchar(200) default '' not null;
