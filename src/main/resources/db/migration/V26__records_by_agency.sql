-- Several agencies in one database: two systems of record may know a client by the same id, and each agency follows its own.
create table client_index_by_agency (
    client_id        varchar(64)  not null,
    tenant_id        varchar(64)  not null,
    name             varchar(300) not null,
    dba              varchar(300),
    commercial       boolean      not null,
    state            varchar(2)   not null,
    synced_at        timestamp with time zone not null,
    account_manager  varchar(200),
    producer         varchar(200),
    source           varchar(12)  default 'AMS' not null,
    primary key (tenant_id, client_id)
);
insert into client_index_by_agency (client_id, tenant_id, name, dba, commercial, state, synced_at, account_manager,
        producer, source)
    select client_id, tenant_id, name, dba, commercial, state, synced_at, account_manager, producer, source
    from client_index;
drop table client_index;
alter table client_index_by_agency rename to client_index;

create table client_index_key_by_agency (
    client_id    varchar(64)  not null,
    tenant_id    varchar(64)  not null,
    kind         varchar(8)   not null,
    lookup_key   varchar(320) not null,
    display      varchar(320) not null,
    contact      varchar(200),
    authorized   boolean      not null,
    lines        varchar(200),
    state        varchar(2),
    in_force     boolean      not null,
    surplus      boolean      not null,
    effective    date,
    expiration   date,
    primary key (tenant_id, client_id, kind, lookup_key)
);
insert into client_index_key_by_agency (client_id, tenant_id, kind, lookup_key, display, contact, authorized, lines, state,
        in_force, surplus, effective, expiration)
    select client_id, tenant_id, kind, lookup_key, display, contact, authorized, lines, state, in_force, surplus, effective,
        expiration
    from client_index_key;
drop table client_index_key;
alter table client_index_key_by_agency rename to client_index_key;
create index ix_client_index_lookup on client_index_key (tenant_id, kind, lookup_key);

create table sync_cursor_by_agency (
    name       varchar(40) not null,
    tenant_id  varchar(64) not null,
    position   timestamp with time zone not null,
    primary key (tenant_id, name)
);
insert into sync_cursor_by_agency (name, tenant_id, position) select name, tenant_id, position from sync_cursor;
drop table sync_cursor;
alter table sync_cursor_by_agency rename to sync_cursor;

create table partner_by_agency (
    id                 varchar(64)  not null,
    tenant_id          varchar(64)  not null,
    name               varchar(200) not null,
    time_zone          varchar(40)  not null,
    working_hours      varchar(200) not null,
    accept_by_minutes  integer      not null,
    capacity_per_day   integer      not null,
    worker_account     varchar(64),
    active             boolean      not null,
    primary key (tenant_id, id)
);
insert into partner_by_agency (id, tenant_id, name, time_zone, working_hours, accept_by_minutes, capacity_per_day,
        worker_account, active)
    select id, tenant_id, name, time_zone, working_hours, accept_by_minutes, capacity_per_day, worker_account, active
    from partner;
drop table partner;
alter table partner_by_agency rename to partner;
