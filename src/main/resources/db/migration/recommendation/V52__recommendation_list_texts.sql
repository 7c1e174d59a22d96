-- What a version prints beside its order: the 简述 of each case and the contact at the foot. Older versions have none kept.
alter table recommendation_list add column texts text;
