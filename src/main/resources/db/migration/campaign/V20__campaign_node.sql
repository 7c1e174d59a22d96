-- The machines that run this product on this database, for those who watch them and against a second zone.
create table campaign_node (
  id uuid not null primary key,
  host varchar(200) not null,
  zone varchar(64) not null,
  skew_millis bigint not null,          -- the database's clock less the node's, at its start
  started_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null
);
