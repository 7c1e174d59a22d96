-- An account begins by invitation or registration and ends when its person leaves; its row stays for the record.
alter table organization_person add column state varchar(10) default 'ACTIVE' not null;
alter table organization_person add column password_due boolean default false not null;
-- Counted up with each new password; a session of an older one is over.
alter table organization_person add column credentials integer default 1 not null;
alter table organization_person add constraint organization_person_email unique (email);

-- A link in a letter that works once: only the SHA-256 of its secret is kept.
create table organization_link (
  secret_sha256 char(64) not null primary key,
  purpose varchar(20) not null,
  subject varchar(64) not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone
);
create index organization_link_by_subject on organization_link (purpose, subject);
