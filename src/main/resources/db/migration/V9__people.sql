-- What routing must know of people and of partners beyond their licenses.

alter table staff_member add column time_zone varchar(40);
alter table staff_member add column working_hours varchar(200);
alter table staff_member add column active boolean default true not null;

-- A carrier that lets a person place business for it in a state; expires null is open-ended.
create table appointment (
    user_id    varchar(64)  not null,
    tenant_id  varchar(64)  not null,
    carrier    varchar(64)  not null,
    state      varchar(2)   not null,
    effective  date         not null,
    expires    date,
    primary key (tenant_id, user_id, carrier, state)
);

create table absence (
    id         varchar(36)  not null primary key,
    tenant_id  varchar(64)  not null,
    user_id    varchar(64)  not null,
    starts_at  timestamp with time zone not null,
    ends_at    timestamp with time zone not null,
    reason     varchar(200) not null
);
create index ix_absence_user on absence (tenant_id, user_id, ends_at);

-- ---------------------------------------------------------------- external partners
create table partner (
    id                 varchar(64)  not null primary key,
    tenant_id          varchar(64)  not null,
    name               varchar(200) not null,
    time_zone          varchar(40)  not null,
    working_hours      varchar(200) not null,
    accept_by_minutes  integer      not null,
    capacity_per_day   integer      not null,
    worker_account     varchar(64),
    active             boolean      not null
);

-- What a partner may be given, and for how much; states and lines are comma-separated, ALL means any.
create table partner_work_type (
    partner_id  varchar(64)   not null,
    tenant_id   varchar(64)   not null,
    work_type   varchar(40)   not null,
    queue       varchar(40)   not null,
    states      varchar(300)  not null,
    lines       varchar(200)  not null,
    price       decimal(12,2) not null,
    currency    varchar(3)    not null,
    unit        varchar(20)   not null,
    primary key (tenant_id, partner_id, work_type)
);
