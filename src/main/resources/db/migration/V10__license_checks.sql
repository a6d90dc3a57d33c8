-- Which license a waiting task needs, as decided when it came up: beside the engine's variables, so that nobody who may
-- write variables can talk it away.
create table license_need (
    task_id               varchar(64)  not null primary key,
    tenant_id             varchar(64)  not null,
    acts                  varchar(300) not null,
    state                 varchar(2),
    lines                 varchar(100) not null,
    appointment_required  boolean      not null,
    carrier               varchar(64)
);

-- Every answer of the license gate; refused attempts are kept though the command they were made in is rolled back.
create table license_check (
    id              varchar(36)   not null primary key,
    tenant_id       varchar(64)   not null,
    checked_at      timestamp with time zone not null,
    person          varchar(64)   not null,
    path            varchar(20)   not null,
    acts            varchar(300)  not null,
    task_id         varchar(64)   not null,
    task_name       varchar(255)  not null,
    request_number  varchar(40),
    state           varchar(2),
    lines           varchar(100)  not null,
    carrier         varchar(64),
    outcome         varchar(10)   not null,
    licenses        varchar(400)  not null,
    reason          varchar(1000) not null
);
create index ix_license_check_request on license_check (tenant_id, request_number);
create index ix_license_check_person on license_check (tenant_id, person, checked_at);
create index ix_license_check_time on license_check (tenant_id, checked_at);
