-- 0015_enablings.sql
-- breaking: no
-- The number of an enabling goes up when the category is removed, no longer when it is created:
-- marks are read from the moment the feature is on, also while its creation goes on.

update crm.mailboxtrackingcategory set epoch = epoch + 1 where categoryonboardingstatus <> 1;
