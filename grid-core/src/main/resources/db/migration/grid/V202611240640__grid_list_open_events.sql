-- The open events of a county, urgent and nearest deadline first, read no further than the page; how many there are, without
-- the table. Among 250,000 events of which 5,000 are open: from 106 ms to 0.4 ms, and from 93 ms to 3 ms.
create index grid_event_urgent_idx on grid_event (urgent desc, due_at, reported_at, event_id) where closed_at is null;
drop index grid_event_open_idx;
create index grid_event_open_idx on grid_event (place_code, due_at) include (holder_place) where closed_at is null;
