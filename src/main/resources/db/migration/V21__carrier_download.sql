-- Transactions that carriers sent, each once. What the columns do not hold is JSON in content.
create table carrier_download (
    tenant_id       varchar(64)   not null,
    id              varchar(300)  not null,
    format          varchar(20)   not null,
    code            varchar(10)   not null,
    policy_key      varchar(100)  not null,
    effective       date,
    content         text          not null,
    received_at     timestamp with time zone not null,
    -- What became of it; null until somebody, or a table, has decided.
    outcome         varchar(30),
    client_id       varchar(64),
    policy_id       varchar(64),
    policy_number   varchar(100),
    request_number  varchar(20),
    reason          varchar(1000),
    settled_at      timestamp with time zone,
    primary key (tenant_id, id)
);
create index ix_carrier_download_policy on carrier_download (tenant_id, policy_key, effective);

-- What a person found once: the carrier's number for a policy that stands under another number with us.
create table download_alias (
    tenant_id       varchar(64)   not null,
    carrier         varchar(100)  not null,
    policy_key      varchar(100)  not null,
    policy_number   varchar(100)  not null,
    client_id       varchar(64)   not null,
    request_number  varchar(20)   not null,
    learned_from    varchar(64)   not null,
    learned_at      timestamp with time zone not null,
    primary key (tenant_id, carrier, policy_key)
);
