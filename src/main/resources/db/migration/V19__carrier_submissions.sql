-- What was asked of carriers and how far each of them is: a change that is submitted and not confirmed is no coverage.
create table carrier_submission (
    id                 varchar(36)    not null primary key,
    tenant_id          varchar(64)    not null,
    request_number     varchar(20)    not null,
    -- Row of the ledger that carries it to the carrier; null where a person enters it at the carrier's website.
    reference          varchar(40),
    carrier            varchar(20)    not null,
    operation          varchar(24)    not null,
    channel            varchar(12)    not null,
    policy_number      varchar(60)    not null,
    -- Letters and digits of the number, in capitals: carriers write it with and without hyphens.
    policy_key         varchar(60)    not null,
    effective_on       date           not null,
    -- JSON of what was asked.
    submission         text           not null,
    state              varchar(12)    not null,
    -- What the carrier said last; null before its first answer.
    answer             varchar(10),
    carrier_reference  varchar(100),
    message            varchar(2000)  not null,
    -- JSON of what the carrier says that it has issued; null where it does not say.
    issued             text,
    issued_effective   date,
    premium_change     decimal(14,2),
    -- Who wrote the answer down; null where a machine read it.
    answered_by        varchar(64),
    planned_at         timestamp with time zone not null,
    submitted_at       timestamp with time zone,
    answered_at        timestamp with time zone,
    constraint uq_carrier_submission_reference unique (reference)
);
create index ix_carrier_submission_request on carrier_submission (request_number, planned_at);
create index ix_carrier_submission_policy on carrier_submission (tenant_id, policy_key, state);
