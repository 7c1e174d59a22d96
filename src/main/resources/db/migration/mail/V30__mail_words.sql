-- A letter keeps its words alone: the frame that all share is put around them when they are read.
alter table mail_letter drop column plain;
