-- Who gave a joint act up (终止联合推荐); closed_at says when.
alter table recommendation add column given_up_by varchar(64);
