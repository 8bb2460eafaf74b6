-- What other answers say is searched as well as what was typed: the queue reads again, once, what was written before.
insert into queue.scheduled_tasks (task_name, task_instance, execution_time, picked, version)
values ('dossier-index', 'deduced', timestamptz '2026-11-01 00:00:00Z', false, 1);
