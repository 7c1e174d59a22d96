-- Which files belong to which case or recommendation. Contents lie in the store under their SHA-256.
create table attachment_file (
  id uuid not null primary key,
  position bigint generated always as identity,
  owner varchar(40) not null,
  slot varchar(40) not null,
  edition integer not null,
  kept_edition integer,                 -- the edition of a generated document; null for what a person uploaded
  name varchar(400) not null,
  sha256 char(64) not null,
  byte_count bigint not null,
  media_type varchar(100) not null,
  page_count integer not null,
  added_by varchar(64) not null,
  added_at timestamp with time zone not null,
  removed_by varchar(64),
  removed_at timestamp with time zone,
  -- A repeated step finds the document that it made before; nulls do not collide.
  constraint attachment_file_kept unique (owner, slot, kept_edition)
);
create index attachment_file_by_owner on attachment_file (owner, slot);
create index attachment_file_by_content on attachment_file (sha256);
