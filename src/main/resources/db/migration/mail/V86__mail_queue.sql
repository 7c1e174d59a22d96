-- Whoever takes letters for a round marks them, so that what is held or discarded meanwhile is noticed before it leaves.
alter table mail_letter add column lease uuid;
-- Since when it waits: written, released or asked for again. Tells whether the queue is stuck.
alter table mail_letter add column waiting_since timestamp with time zone;
update mail_letter set waiting_since = created_at;
alter table mail_letter alter column waiting_since set not null;
-- Why a person discarded it.
alter table mail_letter add column remark varchar(400) default '' not null;
-- A date to keep travels as a calendar entry; its sequence grows when the date moves (RFC 5545, 3.8.7.4).
alter table mail_letter add column keep_key varchar(40) default '' not null;
alter table mail_letter add column keep_until timestamp with time zone;
alter table mail_letter add column keep_sequence integer default 0 not null;
-- Earlier versions kept the names of Java classes, which nobody on the page can read.
update mail_letter set last_error = '原因未记录' where last_error <> '';
create index mail_letter_date on mail_letter (subject_number, keep_key);
create index mail_letter_sent on mail_letter (sent_at);
