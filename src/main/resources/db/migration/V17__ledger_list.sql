-- The ledger as people read it: newest first, some statuses or a period of it, and the counts over the same.
create index ix_outbound_write_planned on outbound_write (tenant_id, planned_at, status);
