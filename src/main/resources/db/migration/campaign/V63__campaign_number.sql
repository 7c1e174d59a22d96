-- Regions are numbered as cases are: the series belong to the campaign.
alter table application_number rename to campaign_number;
