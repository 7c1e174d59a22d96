-- The contact alone starts and submits for its enterprise, and looks after its people.
alter table organization_enterprise add column contact varchar(64);
alter table organization_enterprise add column registered_at timestamp with time zone;
update organization_enterprise set contact = (select min(id) from organization_person
  where organization = uscc and state = 'ACTIVE');

-- What somebody asked for on a public page; answered by a letter a moment later, so that no answer tells who exists.
create table organization_request (
  id uuid not null primary key,
  purpose varchar(20) not null,
  email varchar(254) not null,
  name varchar(100) not null,
  phone varchar(40) not null,
  uscc varchar(18) not null,
  enterprise_name varchar(200) not null,
  privacy_version varchar(20) not null,
  requested_at timestamp with time zone not null,
  answered_at timestamp with time zone
);
create index organization_request_by_time on organization_request (answered_at, requested_at);

-- How often an address or a client (each as SHA-256) asked in one hour.
create table organization_request_count (
  asker char(64) not null,
  since timestamp with time zone not null,
  requests integer not null,
  primary key (asker, since)
);

-- 认领: somebody with a confirmed address says that an enterprise with an account is its own.
create table organization_claim (
  id uuid not null primary key,
  uscc varchar(18) not null references organization_enterprise (uscc),
  authority varchar(32) not null,      -- who decides: an authority's key, or empty for the ministry's side
  name varchar(100) not null,
  email varchar(254) not null,
  phone varchar(40) not null,
  enterprise_name varchar(200) not null,
  privacy_version varchar(20) not null,
  explanation varchar(2000) not null,
  opened_at timestamp with time zone not null,
  open_key varchar(300) unique,        -- code and address while nobody has decided, else null
  decision varchar(20),
  reason varchar(2000),
  decided_by varchar(64),
  decided_at timestamp with time zone
);
create index organization_claim_by_authority on organization_claim (authority, decided_at);
create index organization_claim_by_enterprise on organization_claim (uscc, decided_at);
