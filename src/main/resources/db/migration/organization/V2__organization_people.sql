-- Who takes part. The annexes' person fields are the applicants' own words and live with the application.
create table organization_enterprise (
  uscc varchar(18) not null primary key,
  name varchar(200) not null
);

create table organization_person (
  id varchar(64) not null primary key,
  name varchar(100) not null,
  email varchar(254) not null,
  phone varchar(40) not null,
  role varchar(20) not null,
  organization varchar(32) not null
);
create index organization_person_by_organization on organization_person (organization, role);
