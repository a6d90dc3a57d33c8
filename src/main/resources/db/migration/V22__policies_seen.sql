-- Policies as the agency management system had them when it was last looked at, so that a change is noticed.
create table ams_policy_seen (
    tenant_id     varchar(64)  not null,
    client_id     varchar(64)  not null,
    policy_key    varchar(60)  not null,
    number        varchar(60)  not null,
    status        varchar(20)  not null,
    effective_on  date         not null,
    expires_on    date         not null,
    cancels_on    date,
    primary key (tenant_id, client_id, policy_key)
);
