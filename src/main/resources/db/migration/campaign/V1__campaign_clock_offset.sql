-- One row: how far "now" lies from the database's clock. Stays 0 outside the demo.
create table campaign_clock (
  id integer not null primary key check (id = 1),
  offset_seconds bigint not null,
  started boolean not null
);
insert into campaign_clock (id, offset_seconds, started) values (1, 0, false);
