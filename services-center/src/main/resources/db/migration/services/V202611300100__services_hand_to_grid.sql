-- A request whose trouble somebody has to go and see to becomes a grid event, and is decided when the event has come back.
alter table services_request
  -- the last one; while it is open nothing is decided
  add event_id uuid,
  -- where the event lies now: whoever ends it there writes that it came back
  add event_place varchar(18) collate "C" references place,
  add event_open boolean not null default false,
  add constraint services_request_event check ((event_id is null) = (event_place is null) and (event_id is not null or not event_open)),
  add constraint services_request_waits_for_event
    check (not event_open or state in ('APPLIED', 'SUPPLEMENT', 'ACCEPTED', 'PROCESSING', 'WAITING'));
create index services_request_event_idx on services_request (event_id) where event_id is not null;
create policy services_request_event_seen on services_request for select to qiangcun_app using (
  event_place >= current_setting('qiangcun.lo', true) collate "C" and event_place < current_setting('qiangcun.hi', true) collate "C");
create policy services_request_event_back on services_request for update to qiangcun_app using (
  event_place >= current_setting('qiangcun.wlo', true) collate "C" and event_place < current_setting('qiangcun.whi', true) collate "C");

create policy services_request_act_event_seen on services_request_act for select to qiangcun_app using (exists (
  select from services_request r where r.request_id = services_request_act.request_id and r.event_place is not null
    and r.event_place >= current_setting('qiangcun.lo', true) collate "C"
    and r.event_place < current_setting('qiangcun.hi', true) collate "C"));
create policy services_request_act_event_back on services_request_act for insert to qiangcun_app with check (
  kind in ('GRID_BACK', 'GRID_AGAIN') and exists (
  select from services_request r where r.request_id = services_request_act.request_id and r.event_place is not null
    and r.place_code = services_request_act.place_code
    and r.event_place >= current_setting('qiangcun.wlo', true) collate "C"
    and r.event_place < current_setting('qiangcun.whi', true) collate "C"));

insert into services_request_allowed (kind, from_state, to_state)
select kind, state, state
from unnest(array['GRID_BACK', 'GRID_AGAIN']) kind
  cross join unnest(array['APPLIED', 'SUPPLEMENT', 'ACCEPTED', 'PROCESSING', 'WAITING']) state;
insert into services_request_allowed (kind, from_state, to_state) values
  ('HAND_TO_GRID', 'APPLIED', 'APPLIED'), ('HAND_TO_GRID', 'ACCEPTED', 'ACCEPTED'), ('HAND_TO_GRID', 'PROCESSING', 'PROCESSING');

-- Which request became which events. One of them is open at a time; a merged one goes on under the other.
create table services_request_event (
  request_id uuid not null,
  place_code varchar(18) collate "C" not null,
  event_id   uuid not null,
  handed_at  timestamptz not null,
  ended_at   timestamptz,
  -- LEFT: whoever asked took it back meanwhile
  ended_as   text check (ended_as in ('CLOSED', 'TRANSFERRED', 'MERGED', 'LEFT')),
  primary key (request_id, event_id),
  foreign key (request_id, place_code) references services_request (request_id, place_code),
  check ((ended_at is null) = (ended_as is null))
);
create unique index services_request_event_open_key on services_request_event (request_id) where ended_at is null;
create index services_request_event_place_idx on services_request_event (place_code, handed_at);
create index services_request_event_event_idx on services_request_event (event_id);
grant select, insert, update (ended_at, ended_as) on services_request_event to qiangcun_app;
call fence('services_request_event');
create policy services_request_event_link_seen on services_request_event for select to qiangcun_app using (exists (
  select from services_request r where r.request_id = services_request_event.request_id and r.event_place is not null
    and r.event_place >= current_setting('qiangcun.lo', true) collate "C"
    and r.event_place < current_setting('qiangcun.hi', true) collate "C"));
create policy services_request_event_link_ends on services_request_event for update to qiangcun_app using (exists (
  select from services_request r where r.request_id = services_request_event.request_id and r.event_place is not null
    and r.event_place >= current_setting('qiangcun.wlo', true) collate "C"
    and r.event_place < current_setting('qiangcun.whi', true) collate "C"));
