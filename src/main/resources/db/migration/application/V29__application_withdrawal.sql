-- 撤回: the applicant took its case back before the authority had decided. The number stays closed.
create table application_withdrawal (
  case_number varchar(32) not null primary key references application_case (number),
  reason varchar(1000) not null,
  withdrawn_at timestamp with time zone not null,
  withdrawn_by varchar(64) not null
);
