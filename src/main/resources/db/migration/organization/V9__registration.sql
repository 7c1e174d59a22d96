-- Which version of the privacy notice a person agreed to; empty for accounts from before.
alter table organization_person add column privacy_version varchar(20) default '' not null;
