-- 核对电子材料 item by item: what differed in which item, and until when the authority should correct it (通知二（三）).
-- An earlier comparison said it in its reason alone.
alter table recommendation_electronic_check add column differences text default '[]' not null;
alter table recommendation_electronic_check add column due_at timestamp with time zone;
