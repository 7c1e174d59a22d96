-- The warnings that the applicant had confirmed when the revision was frozen, as JSON.
alter table application_revision add column confirmed text default '[]' not null;
