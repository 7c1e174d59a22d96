-- A list of people as uploaded, between its preview and its confirmation: nodes share nothing else.
create table organization_import (
  id uuid not null primary key,
  owner varchar(64) not null,
  file_name varchar(200) not null,
  -- The cells as JSON; emptied as soon as the people are in their own table.
  content text not null,
  uploaded_at timestamp with time zone not null,
  imported_at timestamp with time zone,
  imported integer default 0 not null
);
