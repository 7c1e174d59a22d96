-- Regions are numbered as cases are: the series belong to the campaign.
alter table if exists application_number rename to campaign_number;
