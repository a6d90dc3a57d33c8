-- What an agency management system told us of by webhook: a record that may have changed, to be read again. The same
-- notification twice moves the time of one row.
create table ams_change_hint (
    tenant_id    varchar(64)  not null,
    system_name  varchar(20)  not null,
    kind         varchar(20)  not null,
    record_id    varchar(40)  not null,
    event        varchar(60)  not null,
    received_at  timestamp with time zone not null,
    primary key (tenant_id, system_name, kind, record_id)
);
create index ix_ams_change_hint_received on ams_change_hint (tenant_id, system_name, kind, received_at);
