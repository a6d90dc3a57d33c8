-- Writes that change a field of a record outside: which one, and what the record holds where that is neither what the
-- change was made for nor what it makes of it.
alter table outbound_write add column changed_record varchar(100);
alter table outbound_write add column changed_field varchar(300);
alter table outbound_write add column theirs varchar(1000);
alter table outbound_write add column theirs_read_at timestamp with time zone;
create index ix_outbound_write_changed on outbound_write (changed_record, status);

-- Whoever changes a record holds the row that its name falls on, so that two changes of it never run side by side.
create table outbound_turn (
    slot  integer  not null primary key
);
insert into outbound_turn (slot)
select high.n * 16 + low.n
from (values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15)) high (n)
cross join (values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15)) low (n);
