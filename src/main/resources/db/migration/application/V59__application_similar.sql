-- 同一案例不可通过多途径同时申报（通知二（一））: digests of the name and the mobile as last frozen, by which alike cases are found.
alter table application_case add column name_digest varchar(64);
alter table application_case add column mobile_digest varchar(64);
create index application_case_by_name_digest on application_case (name_digest);
create index application_case_by_mobile_digest on application_case (mobile_digest);
