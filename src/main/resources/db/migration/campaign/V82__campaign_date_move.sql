-- A closing date that is to be moved, or was: of everybody, of one authority's list or filings, of one case (通知二（三）).
create table campaign_date_move (
  number varchar(40) not null primary key,
  scope varchar(20) not null,
  -- Key of the authority or number of the case; empty where it is everybody's.
  subject varchar(40) not null,
  closing timestamp with time zone not null,
  reason varchar(500) not null,
  state varchar(20) not null,
  proposed_by varchar(64) not null,
  proposed_at timestamp with time zone not null,
  checked_by varchar(64),
  decided_by varchar(64),
  decided_at timestamp with time zone,
  refusal varchar(2000),
  -- The timer moved last, while they are being moved.
  moved_after varchar(64) not null
);
create index campaign_date_move_subject on campaign_date_move (scope, subject);
