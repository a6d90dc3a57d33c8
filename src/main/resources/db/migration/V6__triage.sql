-- One acknowledgment an item, whichever of its requests writes it.
alter table inbound_item add column acknowledged_at timestamp with time zone;

-- The item in triage whose sender was asked, for an item that answers the question.
alter table inbound_item add column answers_item varchar(20);
create index ix_inbound_item_answers on inbound_item (answers_item);

-- What a person decided about an item in triage beside what was suggested: examples to learn from.
create table triage_decision (
    id              varchar(36)   not null primary key,
    tenant_id       varchar(64)   not null,
    item_id         varchar(20)   not null,
    model_version   varchar(100)  not null,
    suggested_type  varchar(40)   not null,
    confidence      double precision not null,
    decision        varchar(10)   not null,
    decided_types   varchar(500)  not null,
    request_number  varchar(20),
    decided_by      varchar(64),
    decided_at      timestamp with time zone not null
);
create index ix_triage_decision_item on triage_decision (item_id);
