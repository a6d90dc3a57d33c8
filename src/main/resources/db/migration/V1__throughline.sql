-- Tables of Throughline's own. The engine's tables stand beside them in the same schema, and what the engine
-- keeps is not kept here again; service_request is the one exception, a read side derived from the engine's history.

-- Blocks of human-readable numbers, taken by a node at a time.
create table number_block (
    series      varchar(4)   not null,
    block_year  integer      not null,
    next_value  integer      not null,
    primary key (series, block_year)
);

-- ---------------------------------------------------------------- intake
create table inbound_item (
    id              varchar(20)   not null primary key,
    tenant_id       varchar(64)   not null,
    channel         varchar(16)   not null,
    external_id     varchar(500),
    dedupe_key      varchar(80)   not null,
    state           varchar(16)   not null,
    reason          varchar(1000),
    sender          varchar(500)  not null,
    sender_address  varchar(320)  not null,
    recipient       varchar(320)  not null,
    subject         varchar(1000) not null,
    body            text          not null,
    quoted          text          not null,
    forwarded       text          not null,
    in_reply_to     varchar(500),
    thread_refs     text          not null,
    auto_submitted  boolean       not null,
    flags           varchar(1000) not null,
    work_type       varchar(40),
    confidence      double precision,
    received_at     timestamp with time zone not null,
    accepted_at     timestamp with time zone not null,
    constraint uq_inbound_item_dedupe unique (tenant_id, dedupe_key)
);
create index ix_inbound_item_state on inbound_item (tenant_id, state, accepted_at);
create index ix_inbound_item_external on inbound_item (external_id);

-- The original, byte for byte.
create table inbound_original (
    item_id       varchar(20)  not null primary key,
    tenant_id     varchar(64)  not null,
    content_type  varchar(200) not null,
    content       ${blob}      not null
);

create table attachment (
    id             varchar(36)  not null primary key,
    item_id        varchar(20)  not null,
    tenant_id      varchar(64)  not null,
    position       integer      not null,
    filename       varchar(300) not null,
    declared_type  varchar(200) not null,
    detected_type  varchar(200) not null,
    size_bytes     bigint       not null,
    sha256         varchar(64)  not null,
    acord_form     varchar(20),
    text_content   text         not null,
    content        ${blob}      not null
);
create index ix_attachment_item on attachment (item_id);

-- Which item belongs to which request; an item can feed several requests, a request several items.
create table inbound_item_request (
    item_id         varchar(20) not null,
    request_number  varchar(20) not null,
    tenant_id       varchar(64) not null,
    linked_at       timestamp with time zone not null,
    primary key (item_id, request_number)
);
create index ix_inbound_item_request on inbound_item_request (request_number);

-- ---------------------------------------------------------------- documents
create table document (
    id              varchar(36)  not null primary key,
    tenant_id       varchar(64)  not null,
    request_number  varchar(20)  not null,
    kind            varchar(40)  not null,
    filename        varchar(300) not null,
    content_type    varchar(200) not null,
    size_bytes      bigint       not null,
    status          varchar(16)  not null,
    created_by      varchar(64),
    created_at      timestamp with time zone not null,
    content         ${blob}      not null
);
create index ix_document_request on document (request_number);

-- A certificate of a request, one row a version; what it shows is kept as it was shown.
create table certificate (
    id              varchar(36)  not null primary key,
    tenant_id       varchar(64)  not null,
    request_number  varchar(20)  not null,
    version         integer      not null,
    form            varchar(20)  not null,
    client_id       varchar(64)  not null,
    holder_name     varchar(300) not null,
    holder_address  varchar(500) not null,
    deliver_to      varchar(320) not null,
    status          varchar(16)  not null,
    content         text         not null,
    checks          text         not null,
    document_id     varchar(36),
    created_at      timestamp with time zone not null,
    constraint uq_certificate_version unique (request_number, version)
);

-- ---------------------------------------------------------------- people
create table staff_member (
    user_id           varchar(64)  not null primary key,
    tenant_id         varchar(64)  not null,
    name              varchar(200) not null,
    title             varchar(200) not null,
    role              varchar(20)  not null,
    email             varchar(320),
    branch            varchar(20),
    partner           varchar(64),
    queues            varchar(500) not null,
    skills            varchar(500) not null,
    languages         varchar(100) not null,
    capacity_minutes  integer      not null
);

create table license (
    license_number  varchar(40)  not null primary key,
    tenant_id       varchar(64)  not null,
    user_id         varchar(64)  not null,
    npn             varchar(20)  not null,
    state           varchar(2)   not null,
    resident        boolean      not null,
    lines           varchar(200) not null,
    status          varchar(16)  not null,
    effective       date         not null,
    expires         date         not null
);
create index ix_license_user on license (user_id);

-- ---------------------------------------------------------------- records kept in step
create table client_index (
    client_id   varchar(64)  not null primary key,
    tenant_id   varchar(64)  not null,
    name        varchar(300) not null,
    dba         varchar(300),
    commercial  boolean      not null,
    state       varchar(2)   not null,
    synced_at   timestamp with time zone not null
);

-- What a client is found by: EMAIL, PHONE (digits), POLICY (letters and digits), NAME (normalized).
create table client_index_key (
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
    primary key (client_id, kind, lookup_key)
);
create index ix_client_index_key on client_index_key (kind, lookup_key);

create table sync_cursor (
    name       varchar(40) not null primary key,
    tenant_id  varchar(64) not null,
    position   timestamp with time zone not null
);

-- The ledger: every write to the outside is planned here before it is carried out.
create table outbound_write (
    id                varchar(36)   not null primary key,
    tenant_id         varchar(64)   not null,
    request_number    varchar(20)   not null,
    position          integer       not null,
    kind              varchar(20)   not null,
    reference         varchar(120)  not null,
    payload           text          not null,
    status            varchar(12)   not null,
    attempts          integer       not null,
    remote_reference  varchar(200),
    detail            varchar(2000),
    planned_at        timestamp with time zone not null,
    finished_at       timestamp with time zone,
    constraint uq_outbound_write_reference unique (reference)
);
create index ix_outbound_write_request on outbound_write (request_number, status);

-- ---------------------------------------------------------------- automation and AI
create table automation_level (
    work_type   varchar(40)  not null,
    tenant_id   varchar(64)  not null,
    level       varchar(20)  not null,
    enabled     boolean      not null,
    changed_by  varchar(64)  not null,
    changed_at  timestamp with time zone not null,
    primary key (tenant_id, work_type)
);

-- ---------------------------------------------------------------- read side, derived from the engine's history
create table service_request (
    number               varchar(20)  not null primary key,
    tenant_id            varchar(64)  not null,
    process_instance_id  varchar(64)  not null,
    inbound_item_id      varchar(20),
    channel              varchar(16),
    work_type            varchar(40),
    status               varchar(24)  not null,
    route                varchar(20),
    queue                varchar(40),
    human_gate           varchar(24),
    priority             varchar(2),
    subject              varchar(300),
    client_id            varchar(64),
    client_name          varchar(300),
    policy_numbers       varchar(500),
    state                varchar(2),
    waiting_on           varchar(20),
    sla_due_at           timestamp with time zone,
    hard_date            date,
    opened_at            timestamp with time zone not null,
    closed_at            timestamp with time zone,
    touched_by_person    boolean      not null
);
create index ix_service_request_opened on service_request (tenant_id, opened_at);
create index ix_service_request_status on service_request (tenant_id, status, opened_at);
create index ix_service_request_client on service_request (tenant_id, client_id);
create index ix_service_request_closed on service_request (tenant_id, closed_at);
create unique index uq_service_request_instance on service_request (process_instance_id);
