-- How far automations are trusted, what they were right and wrong about, and the switches that stop them.

-- One row a switch that was ever thrown; scope is WORK_TYPE, CARRIER or AGENCY (its key is then the tenant).
create table automation_switch (
    scope       varchar(12)  not null,
    switch_key  varchar(120) not null,
    tenant_id   varchar(64)  not null,
    thrown      boolean      not null,
    reason      varchar(500) not null,
    changed_by  varchar(64)  not null,
    changed_at  timestamp with time zone not null,
    primary key (tenant_id, scope, switch_key)
);

insert into automation_switch (scope, switch_key, tenant_id, thrown, reason, changed_by, changed_at)
    select 'WORK_TYPE', work_type, tenant_id, true, 'Switched off before switches had reasons.', changed_by, changed_at
    from automation_level where enabled = false;

alter table automation_level drop column enabled;

-- Every change of a level or a switch; subject is LEVEL or the scope of a switch. The evidence is that of the moment.
create table automation_change (
    id           varchar(36)  not null primary key,
    tenant_id    varchar(64)  not null,
    subject      varchar(12)  not null,
    subject_key  varchar(120) not null,
    from_value   varchar(20)  not null,
    to_value     varchar(20)  not null,
    reason       varchar(500) not null,
    changed_by   varchar(64)  not null,
    changed_at   timestamp with time zone not null,
    automatic    boolean      not null,
    overridden   boolean      not null,
    looked_at    integer,
    wrong        integer,
    upper_bound  double precision
);
create index ix_automation_change on automation_change (tenant_id, changed_at);
create index ix_automation_change_key on automation_change (tenant_id, subject, subject_key, changed_at);

-- What an automation would have done, until a person has done the work and both are compared.
create table automation_proposal (
    request_number  varchar(20)   not null primary key,
    tenant_id       varchar(64)   not null,
    work_type       varchar(40)   not null,
    carrier         varchar(300)  not null,
    level           varchar(20)   not null,
    result          text          not null,
    proposed_at     timestamp with time zone not null
);

-- What is known of an automation's work on a request; one row a request and kind.
create table automation_outcome (
    id              varchar(36)   not null primary key,
    tenant_id       varchar(64)   not null,
    request_number  varchar(20)   not null,
    work_type       varchar(40)   not null,
    carrier         varchar(300)  not null,
    level           varchar(20)   not null,
    kind            varchar(20)   not null,
    correct         boolean       not null,
    severity        varchar(10),
    detail          varchar(1000) not null,
    decided_by      varchar(64),
    occurred_at     timestamp with time zone not null,
    constraint uq_automation_outcome unique (request_number, kind)
);
create index ix_automation_outcome on automation_outcome (tenant_id, work_type, occurred_at);

-- The secret by which samples are drawn, so that nobody can tell beforehand which request will be one.
create table automation_sampling_key (
    tenant_id  varchar(64) not null primary key,
    secret     varchar(64) not null
);
