-- The client that a person chose, where the item might have been about several.
alter table triage_decision add column client_id varchar(64);
