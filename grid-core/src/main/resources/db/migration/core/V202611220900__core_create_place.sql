-- Puts a table behind row security: what the scope of the transaction does not cover is neither read nor written.
-- Every table with a place_code calls this; RowSecurityTests finds the one that forgot.
-- current_setting stays bare: wrapped in a sub-select the planner loses the estimate.
create procedure fence(fenced regclass) language plpgsql as $$
declare
  read_range  constant text := 'place_code >= current_setting(''qiangcun.lo'', true) collate "C" and place_code < current_setting(''qiangcun.hi'', true) collate "C"';
  write_range constant text := 'place_code >= current_setting(''qiangcun.wlo'', true) collate "C" and place_code < current_setting(''qiangcun.whi'', true) collate "C"';
begin
  execute format('alter table %s enable row level security', fenced);
  execute format('alter table %s force row level security', fenced);
  execute format('create policy %I on %s for select to qiangcun_app using (%s)', fenced || '_read', fenced, read_range);
  execute format('create policy %I on %s for insert to qiangcun_app with check (%s)', fenced || '_insert', fenced, write_range);
  execute format('create policy %I on %s for update to qiangcun_app using (%s) with check (%s)', fenced || '_update', fenced, write_range, write_range);
end
$$;

create table place (
  place_code    varchar(18) collate "C" primary key
    check (place_code ~ '^([0-9]{2}|[0-9]{4}|[0-9]{6}([0-9]{3}){0,4})$'),
  version       bigint not null,
  category      text not null
    check (category in ('COUNTY', 'TOWNSHIP', 'SUBDISTRICT', 'ORGANS', 'VILLAGE', 'COMMUNITY', 'UNIT', 'GRID', 'MICRO_GRID')),
  name          text not null,
  official_code varchar(12),
  valid_from    date not null,
  valid_to      date check (valid_to > valid_from),
  successor     varchar(18) collate "C" references place
);
grant select, insert, update on place to qiangcun_app;

-- the tree itself is no secret: pages name the places above; but nobody changes it beyond his own place
call fence('place');
drop policy place_read on place;
create policy place_read on place for select to qiangcun_app using (true);
