-- What the QR code on each page of an uploaded scan says, read once after the upload; empty where none can be read.
-- Pages of a long scan that were not looked at have no row.
create table application_scan_page (
  file_id uuid not null,
  page int not null,
  code varchar(500) not null,
  primary key (file_id, page)
);
insert into application_scan_page (file_id, page, code) select file_id, 1, code from application_scan_code;
drop table application_scan_code;
