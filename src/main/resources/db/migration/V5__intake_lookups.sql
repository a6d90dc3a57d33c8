-- Earlier items of the same sender are looked up for every item; without this each item would read all of them.
create index ix_inbound_item_sender on inbound_item (tenant_id, sender_address, accepted_at);
