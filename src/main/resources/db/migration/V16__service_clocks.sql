-- The clock of a request: which one it is, and since when it stands still. Derived from history as the rest of the row.
alter table service_request add column sla_clock varchar(8);
alter table service_request add column sla_paused_at timestamp with time zone;

-- The open requests by number, for who looks at them page by page.
drop index ix_service_request_closed;
create index ix_service_request_closed on service_request (tenant_id, closed_at, number);

-- What happened to a request's clock: it stood still, ran again, came close to its end, passed it, a manager decided.
create table sla_event (
    id              varchar(36)   not null primary key,
    tenant_id       varchar(64)   not null,
    request_number  varchar(20)   not null,
    stage           varchar(20)   not null,
    happened_at     timestamp with time zone not null,
    due_at          timestamp with time zone not null,
    person          varchar(64),
    detail          varchar(1000) not null
);
create index ix_sla_event_request on sla_event (request_number, stage);

-- Open requests as they were looked at last. A node that acts on one counts its looks up, so two never act on the same.
create table sla_watch (
    request_number  varchar(20)  not null primary key,
    tenant_id       varchar(64)  not null,
    looks           integer      not null,
    span_seconds    bigint       not null,
    due_at          timestamp with time zone not null,
    hard_date       date,
    paused          boolean      not null,
    next_look_at    timestamp with time zone
);
