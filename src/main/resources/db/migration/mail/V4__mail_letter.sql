-- Letters are written in the transaction that causes them and sent afterwards, each on its own.
create table mail_letter (
  id uuid not null primary key,
  position bigint generated always as identity,
  kind varchar(40) not null,
  subject_number varchar(40) not null,
  step varchar(80) not null,
  recipient_email varchar(254) not null,
  recipient_name varchar(200) not null,
  title varchar(400) not null,
  html text not null,
  plain text not null,
  state varchar(10) not null,
  attempts integer not null,
  resends integer not null,
  next_attempt_at timestamp with time zone not null,
  last_error varchar(400) not null,
  created_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  -- A repeated step writes the same letter again: it is sent once.
  constraint mail_letter_once unique (kind, subject_number, recipient_email, step)
);
create index mail_letter_due on mail_letter (state, next_attempt_at);

-- The files that travel with a letter, by their id in the store.
create table mail_letter_file (
  letter_id uuid not null references mail_letter (id),
  position integer not null,
  name varchar(400) not null,
  file_id uuid not null,
  primary key (letter_id, position)
);
