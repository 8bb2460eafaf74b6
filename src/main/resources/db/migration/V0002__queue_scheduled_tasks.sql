-- The one durable queue: what db-scheduler asks for.
create schema queue;

create table queue.scheduled_tasks (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz not null,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures int,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);

create index scheduled_tasks_execution_time on queue.scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on queue.scheduled_tasks (last_heartbeat);

grant usage on schema queue to wif_app;
grant select, insert, update, delete on queue.scheduled_tasks to wif_app;
