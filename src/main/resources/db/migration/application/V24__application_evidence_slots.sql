-- What the table of evidence asked for when the revision was frozen: a row that changes later changes no frozen paper.
alter table application_revision add column evidence_slots text default '[]' not null;
