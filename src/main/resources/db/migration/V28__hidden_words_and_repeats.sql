-- Words of a message that its reader does not see; people are shown them, nothing else reads them.
alter table inbound_item add column hidden text default '' not null;
