-- Regions are signed on paper as lists are: what was signed belongs to neither.
alter table if exists recommendation_paper_approval rename to approval_paper;
