-- How the fields of each web form are read. A field that has no row is a line of the text under its own name.
create table form_mapping (
    tenant_id       varchar(64)  not null,
    form_id         varchar(100) not null,
    title           varchar(200) not null,
    work_type_hint  varchar(40),
    changed_by      varchar(64)  not null,
    changed_at      timestamp with time zone not null,
    primary key (tenant_id, form_id)
);

create table form_mapping_field (
    tenant_id  varchar(64)  not null,
    form_id    varchar(100) not null,
    field      varchar(200) not null,
    position   integer      not null,
    target     varchar(20)  not null,
    label      varchar(200),
    primary key (tenant_id, form_id, field)
);

-- Signatures of webhooks that were accepted lately, so that none counts twice.
create table webhook_signature (
    tenant_id  varchar(64) not null,
    signature  varchar(64) not null,
    seen_at    timestamp with time zone not null,
    primary key (tenant_id, signature)
);
create index ix_webhook_signature_seen on webhook_signature (seen_at);
