-- What the QR code on an uploaded scan says, read once at the upload; empty where none can be read.
create table application_scan_code (
  file_id uuid not null primary key,
  code varchar(500) not null
);
