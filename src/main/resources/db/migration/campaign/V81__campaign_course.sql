-- One row per campaign: its key lets several nodes open it once, and its reminders go on where they stopped.
create table campaign_course (
  campaign_id varchar(40) not null primary key,
  opened_at timestamp with time zone not null,
  -- Every reminder that fell due until then has been written.
  reminded_until timestamp with time zone not null,
  -- The round that is being written: what falls due until then, and to whom it was written last.
  round_until timestamp with time zone,
  round_after varchar(254) not null,
  closed_at timestamp with time zone
);
