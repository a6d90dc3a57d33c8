-- Who a task went to, or would suit best, and why; kept after the task is done.
create table task_assignment (
    task_id         varchar(64)  not null primary key,
    tenant_id       varchar(64)  not null,
    request_number  varchar(20)  not null,
    task_name       varchar(200) not null,
    queue           varchar(40)  not null,
    user_id         varchar(64),
    pushed          boolean      not null,
    minutes         integer      not null,
    reason          varchar(1000) not null,
    decided_at      timestamp with time zone not null
);
create index ix_task_assignment_request on task_assignment (request_number);

-- The client's own people at the agency, as the agency management system names them.
alter table client_index add column account_manager varchar(200);
alter table client_index add column producer varchar(200);

-- Work moved away from somebody, task by task.
create table rebalance (
    id          varchar(36)  not null primary key,
    tenant_id   varchar(64)  not null,
    user_id     varchar(64)  not null,
    reason      varchar(200) not null,
    started_by  varchar(64)  not null,
    started_at  timestamp with time zone not null,
    ended_at    timestamp with time zone,
    total       integer      not null
);

create table rebalance_move (
    rebalance_id    varchar(36)  not null,
    task_id         varchar(64)  not null,
    tenant_id       varchar(64)  not null,
    position        integer      not null,
    request_number  varchar(20)  not null,
    task_name       varchar(200) not null,
    moved_to        varchar(64),
    outcome         varchar(12),
    reason          varchar(1000),
    primary key (rebalance_id, task_id)
);
create index ix_rebalance_move_open on rebalance_move (rebalance_id, outcome, position);
