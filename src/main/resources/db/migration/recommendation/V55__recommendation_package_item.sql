-- What lies in a package, so that a part of it can be sent again although nothing is assembled again.
create table recommendation_package_item (
  recommendation_number varchar(40) not null references recommendation (number),
  version integer not null,
  place integer not null,
  -- Number of the list or case to which it belongs.
  part varchar(40) not null,
  path varchar(400) not null,
  file_id uuid not null,
  primary key (recommendation_number, version, place)
);
