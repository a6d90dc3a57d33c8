-- What the agency's analysts teach the work-type suggester beyond what comes with the build.
create table training_example (
    id              varchar(36)   not null primary key,
    tenant_id       varchar(64)   not null,
    work_type       varchar(40)   not null,
    suggested_type  varchar(40),
    channel         varchar(16)   not null,
    sender          varchar(16)   not null,
    sender_domain   varchar(255)  not null,
    subject         varchar(1000) not null,
    body            text          not null,
    text_hash       varchar(64)   not null,
    source          varchar(10)   not null,
    state           varchar(10)   not null,
    note            varchar(1000) not null,
    changed_by      varchar(64)   not null,
    changed_at      timestamp with time zone not null
);
create index ix_training_example_state on training_example (tenant_id, state, changed_at);
create index ix_training_example_hash on training_example (tenant_id, text_hash);
create index ix_training_example_domain on training_example (tenant_id, sender_domain, state);

-- Examples of the build that an analyst switched off, by the digest of what they say.
create table training_switch (
    tenant_id   varchar(64)   not null,
    digest      varchar(64)   not null,
    note        varchar(1000) not null,
    changed_by  varchar(64)   not null,
    changed_at  timestamp with time zone not null,
    primary key (tenant_id, digest)
);

-- Phrases that analysts added, and phrases of the build (built_in) that they switched off.
create table phrase_rule (
    id          varchar(36)   not null primary key,
    tenant_id   varchar(64)   not null,
    topic       varchar(40)   not null,
    pattern     varchar(1000) not null,
    weight      double precision not null,
    why         varchar(300)  not null,
    built_in    boolean       not null,
    state       varchar(10)   not null,
    changed_by  varchar(64)   not null,
    changed_at  timestamp with time zone not null
);
create index ix_phrase_rule_tenant on phrase_rule (tenant_id, changed_at);

-- Learned models. The bytes of a discarded one are gone; learned_from are the digests of its examples in order.
create table suggestion_model (
    tenant_id     varchar(64) not null,
    version       varchar(64) not null,
    state         varchar(10) not null,
    origin        varchar(10) not null,
    content       ${blob},
    learned_from  text        not null,
    metrics       text        not null,
    created_by    varchar(64) not null,
    created_at    timestamp with time zone not null,
    changed_by    varchar(64) not null,
    changed_at    timestamp with time zone not null,
    primary key (tenant_id, version)
);
create index ix_suggestion_model_state on suggestion_model (tenant_id, state);

-- The run that learns a model: one at a time for all nodes, seen from each.
create table learning_run (
    tenant_id    varchar(64)   not null primary key,
    run_id       varchar(36)   not null,
    state        varchar(10)   not null,
    stage        varchar(20)   not null,
    steps_done   integer       not null,
    steps        integer       not null,
    message      varchar(1000) not null,
    version      varchar(64),
    cancel_asked boolean       not null,
    started_by   varchar(64)   not null,
    started_at   timestamp with time zone not null,
    seen_at      timestamp with time zone not null
);
