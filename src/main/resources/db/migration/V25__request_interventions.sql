-- What people did to a request themselves, beside the steps of its workflow: took it back, gave it another way, wrote on it.
create table request_intervention (
    id              varchar(36)   not null primary key,
    tenant_id       varchar(64)   not null,
    request_number  varchar(20)   not null,
    kind            varchar(12)   not null,
    person          varchar(64)   not null,
    -- What was done, as a sentence; null where the kind says all of it.
    what            varchar(1000),
    -- The person's own words: a reason, a note, a message.
    words           varchar(20000) not null,
    -- The calling system's own id: the same again is the same.
    external_id     varchar(200),
    happened_at     timestamp with time zone not null,
    constraint uq_request_intervention_external unique (tenant_id, request_number, external_id)
);
create index ix_request_intervention_request on request_intervention (request_number, happened_at);
create index ix_request_intervention_kind on request_intervention (tenant_id, kind, happened_at);
