-- Many states use the National Producer Number as the license number, so a number alone names no license.

create table license_by_state (
    tenant_id       varchar(64)  not null,
    state           varchar(2)   not null,
    license_number  varchar(40)  not null,
    user_id         varchar(64)  not null,
    npn             varchar(20)  not null,
    resident        boolean      not null,
    lines           varchar(200) not null,
    status          varchar(16)  not null,
    effective       date         not null,
    expires         date         not null,
    primary key (tenant_id, state, license_number)
);
insert into license_by_state (tenant_id, state, license_number, user_id, npn, resident, lines, status, effective, expires)
    select tenant_id, state, license_number, user_id, npn, resident, lines, status, effective, expires from license;
drop table license;
alter table license_by_state rename to license;
create index ix_license_person on license (tenant_id, user_id);
