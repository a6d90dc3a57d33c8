-- Words of a message that its reader does not see; people are shown them, nothing else reads them.
alter table inbound_item add column hidden text default '' not null;

-- Two messages of one sender are not worked on side by side: whoever works on one holds the row that the sender falls on
-- until its transaction ends, on whatever node, so that the other sees the request that was opened.
create table asking_turn (
    slot  integer  not null primary key
);
insert into asking_turn (slot)
select high.n * 16 + low.n
from (values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15)) high (n)
cross join (values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15)) low (n);
