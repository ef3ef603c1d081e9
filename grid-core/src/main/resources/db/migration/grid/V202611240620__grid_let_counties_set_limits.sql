-- A county's own limits: a version that begins after the day it is set on, by whom, and why. What was is not changed but ended.
alter table grid_event_limit
  add column version_id uuid not null default gen_random_uuid() unique,
  add column recorded_at timestamptz not null default now(),
  add column recorded_by text not null default 'system',
  add column recorded_by_person text not null default 'system';
revoke insert, update on grid_event_limit from qiangcun_app;
grant insert, update (valid_to) on grid_event_limit to qiangcun_app;

alter table grid_event_limit enable row level security;
alter table grid_event_limit force row level security;
-- general limits are no secret, a county's own are read from within it
create policy grid_event_limit_read on grid_event_limit for select to qiangcun_app using (
  within = '' or starts_with(current_setting('qiangcun.lo', true), within)
  or within >= current_setting('qiangcun.lo', true) collate "C" and within < current_setting('qiangcun.hi', true) collate "C");
create policy grid_event_limit_insert on grid_event_limit for insert to qiangcun_app with check (
  within <> '' and basis_kind = 'LOCAL'
  and within >= current_setting('qiangcun.wlo', true) collate "C" and within < current_setting('qiangcun.whi', true) collate "C");
create policy grid_event_limit_update on grid_event_limit for update to qiangcun_app using (
  within >= current_setting('qiangcun.wlo', true) collate "C" and within < current_setting('qiangcun.whi', true) collate "C");
