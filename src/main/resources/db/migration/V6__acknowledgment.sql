-- One acknowledgment an item, whichever of its requests writes it.
alter table inbound_item add column acknowledged_at timestamp with time zone;
