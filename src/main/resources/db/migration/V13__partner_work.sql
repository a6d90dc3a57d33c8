-- What was handed to external partners, one row each time that work is offered to one.
create table partner_assignment (
    id                   varchar(36)   not null primary key,
    tenant_id            varchar(64)   not null,
    request_number       varchar(20)   not null,
    -- Of the process that offers the work: its latest row is the one that counts.
    process_instance_id  varchar(64)   not null,
    partner_id           varchar(64)   not null,
    queue                varchar(40)   not null,
    work_type            varchar(40)   not null,
    status               varchar(12)   not null,
    -- As agreed when the work was offered.
    price                decimal(12,2) not null,
    currency             varchar(3)    not null,
    unit                 varchar(20)   not null,
    units                integer       not null,
    -- JSON: everything that the partner may see of the request.
    packet               text          not null,
    source_item_id       varchar(20),
    offered_at           timestamp with time zone not null,
    accept_by            timestamp with time zone not null,
    accepted_at          timestamp with time zone,
    accepted_by          varchar(64),
    finished_at          timestamp with time zone,
    done_by              varchar(64),
    license              varchar(200),
    result               varchar(2000),
    note                 varchar(2000),
    minutes              integer,
    -- Why the partner declined or returned it, or why we took it back.
    reason               varchar(1000),
    qa_score             integer,
    qa_by                varchar(64),
    closed_at            timestamp with time zone
);
create index ix_partner_assignment_request on partner_assignment (request_number, offered_at);
create index ix_partner_assignment_partner on partner_assignment (tenant_id, partner_id, offered_at);
create index ix_partner_assignment_process on partner_assignment (process_instance_id, offered_at);

-- Files that the partner sent with its work; the bytes are documents of the request.
create table partner_file (
    document_id    varchar(36) not null primary key,
    assignment_id  varchar(36) not null,
    tenant_id      varchar(64) not null
);
create index ix_partner_file_assignment on partner_file (assignment_id);

-- What the partner may bill: one line for each piece of work that was accepted.
create table partner_invoice_line (
    assignment_id   varchar(36)   not null primary key,
    tenant_id       varchar(64)   not null,
    partner_id      varchar(64)   not null,
    request_number  varchar(20)   not null,
    work_type       varchar(40)   not null,
    unit            varchar(20)   not null,
    units           integer       not null,
    price           decimal(12,2) not null,
    amount          decimal(14,2) not null,
    currency        varchar(3)    not null,
    finished_at     timestamp with time zone not null
);
create index ix_partner_invoice_line on partner_invoice_line (tenant_id, partner_id, finished_at);
