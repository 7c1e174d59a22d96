-- 报送记录: what of a package was sent to the notice's contacts, when and by whom, and until when its link works.
create table recommendation_delivery (
  id uuid not null primary key,
  recommendation_number varchar(40) not null references recommendation (number),
  version integer not null,
  -- 1 when the list left, then one more each time it is sent again.
  ordinal integer not null,
  -- Numbers of the list and of cases, separated by commas; empty for the whole package.
  parts text not null,
  recipient varchar(254) not null,
  sent_by varchar(64) not null,
  sent_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  -- A repeated step finds it sent.
  constraint recommendation_delivery_once unique (recommendation_number, ordinal)
);

-- The letters of a delivery, by their ids in the module mail: their state is asked there.
create table recommendation_delivery_letter (
  delivery_id uuid not null references recommendation_delivery (id) on delete cascade,
  place integer not null,
  letter_id uuid not null,
  primary key (delivery_id, place)
);
