-- Runs of changed decision tables over what was decided before, seen from every node until they expire.
create table decision_replay (
    id            varchar(36)   not null primary key,
    tenant_id     varchar(64)   not null,
    decision      varchar(255)  not null,
    changed       varchar(300)  not null,
    from_day      date          not null,
    to_day        date          not null,
    work_type     varchar(40),
    most          integer       not null,
    state         varchar(10)   not null,
    done          integer       not null,
    total         integer       not null,
    message       varchar(1000) not null,
    cancel_asked  boolean       not null,
    result        text,
    started_by    varchar(64)   not null,
    started_at    timestamp with time zone not null,
    seen_at       timestamp with time zone not null,
    expires_at    timestamp with time zone not null
);
create index ix_decision_replay_started on decision_replay (tenant_id, started_at);
create index ix_decision_replay_expires on decision_replay (expires_at);

-- The requests that would come out otherwise, one a row; content is JSON.
create table decision_replay_difference (
    replay_id  varchar(36) not null,
    tenant_id  varchar(64) not null,
    position   integer     not null,
    number     varchar(20) not null,
    work_type  varchar(40) not null,
    content    text        not null,
    primary key (replay_id, position)
);
