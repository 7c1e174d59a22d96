-- A package that was corrected is assembled anew: edition 1 left with the list, and stays as it was.
create table recommendation_package_item_by_edition (
  recommendation_number varchar(40) not null references recommendation (number),
  version integer not null,
  edition integer not null,
  place integer not null,
  -- Number of the list or case to which it belongs.
  part varchar(40) not null,
  path varchar(400) not null,
  file_id uuid not null,
  primary key (recommendation_number, version, edition, place)
);
insert into recommendation_package_item_by_edition (recommendation_number, version, edition, place, part, path, file_id)
  select recommendation_number, version, 1, place, part, path, file_id from recommendation_package_item;
drop table recommendation_package_item;
alter table recommendation_package_item_by_edition rename to recommendation_package_item;

alter table recommendation_delivery add column edition integer default 1 not null;
