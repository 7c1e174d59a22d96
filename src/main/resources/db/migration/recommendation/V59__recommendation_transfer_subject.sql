-- 转办 is also of a list's tasks: the number is that of a case or of a recommendation.
alter table recommendation_transfer rename column case_number to subject;
