-- Drafts belong to no one form: cases, lists and regions keep theirs here.
alter table if exists application_draft rename to draft_form;
