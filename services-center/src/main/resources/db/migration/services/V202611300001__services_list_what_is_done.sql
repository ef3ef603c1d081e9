-- The last done first, over a county with all its years.
create index services_request_done_idx on services_request (closed_at desc, request_id) where closed_at is not null;
