-- The public page. Every secret is kept as its hash only; what has expired is deleted with the next row of its kind.

-- The token of a browser that sent something, by which it may ask for the request numbers.
create table portal_ticket (
    token_hash  varchar(64)  not null primary key,
    tenant_id   varchar(64)  not null,
    item_id     varchar(20)  not null,
    expires_at  timestamp with time zone not null
);
create index ix_portal_ticket_expires on portal_ticket (expires_at);

-- A code e-mailed to the address that opened a request, to see its status.
create table portal_code (
    id              varchar(36)  not null primary key,
    tenant_id       varchar(64)  not null,
    request_number  varchar(20)  not null,
    address         varchar(320) not null,
    code_hash       varchar(100) not null,
    tries           integer      not null,
    expires_at      timestamp with time zone not null,
    constraint uq_portal_code unique (tenant_id, request_number, address)
);
create index ix_portal_code_expires on portal_code (expires_at);

-- What a right code opened.
create table portal_visit (
    token_hash      varchar(64)  not null primary key,
    tenant_id       varchar(64)  not null,
    request_number  varchar(20)  not null,
    address         varchar(320) not null,
    expires_at      timestamp with time zone not null
);
create index ix_portal_visit_expires on portal_visit (expires_at);
