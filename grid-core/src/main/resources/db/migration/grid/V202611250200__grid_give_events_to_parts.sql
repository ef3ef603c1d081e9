-- What was reported of a whole (a village, a township) and is given to a part of it lies in the part, so that who is to do it
-- sees it; the whole stays known, and what lies within it may be given from part to part.
alter table grid_event add column reported_place varchar(18) collate "C" references place;
alter table grid_event add check (starts_with(place_code, reported_place));

create or replace function grid_event_leaves_ended_grid() returns trigger language plpgsql as $$
declare
  given boolean = coalesce(new.reported_place in (old.reported_place, old.place_code)
    and starts_with(old.place_code, new.reported_place) and starts_with(new.place_code, new.reported_place), false);
  followed boolean = left(new.place_code, 12) = left(old.place_code, 12)
    and exists (select from grid g where g.place_code = old.place_code and g.ended_on is not null);
begin
  if new.place_code <> old.place_code and not given and not followed then
    raise exception 'grid event % cannot leave % for %', old.event_id, old.place_code, new.place_code
      using errcode = 'check_violation';
  end if;
  return new;
end
$$;

-- A worker is called in his grid what he was called when he was proposed: the grid sees nobody of the village.
alter table grid_worker add column name text;
update grid_worker w set name = h.name from person h where h.person_id = w.person_id;
