-- What a claimant asks for: to join, or that the authority looks into who registered the enterprise's code.
alter table organization_claim add column kind varchar(20) default 'JOIN' not null;
