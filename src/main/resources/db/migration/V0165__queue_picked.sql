-- Taking a task up changes no index any more: those whose node died are looked for every few minutes, among
-- all that wait.
drop index queue.scheduled_tasks_last_heartbeat;
alter table queue.scheduled_tasks set (fillfactor = 70);
