-- What models said, by which version, and what a person did with it: the register of the three bounded AI functions.
create table ai_output (
    id              varchar(36)   not null primary key,
    tenant_id       varchar(64)   not null,
    ai_function     varchar(20)   not null,
    source          varchar(20)   not null,
    model_version   varchar(100)  not null,
    work_type       varchar(40),
    confidence      double precision not null,
    item_id         varchar(20),
    request_number  varchar(20),
    made_at         timestamp with time zone not null,
    outcome         varchar(10),
    decided_by      varchar(64),
    decided_at      timestamp with time zone
);
create index ix_ai_output_item on ai_output (item_id);
create index ix_ai_output_made on ai_output (tenant_id, made_at);
