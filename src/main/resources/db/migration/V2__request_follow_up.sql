-- Work on a closed request (a certificate whose mail came back) is a process of its own under the request's number.
-- While it runs the request is open again, and its status and closing are those of the latest such process.
alter table service_request add column follow_up_id varchar(64);
create unique index uq_service_request_follow_up on service_request (follow_up_id);
