-- A grid is merged or given up: its open events go on in another place, with a line in their log that says why.
insert into grid_event_allowed_move (kind, from_state, to_state) values
  ('FOLLOW', 'REPORTED', 'REPORTED'),
  ('FOLLOW', 'ACCEPTED', 'ACCEPTED'),
  ('FOLLOW', 'ASSIGNED', 'ASSIGNED'),
  ('FOLLOW', 'ASSIGNED', 'ACCEPTED'),
  ('FOLLOW', 'HANDLING', 'HANDLING'),
  ('FOLLOW', 'HANDLING', 'ACCEPTED'),
  ('FOLLOW', 'PAUSED', 'PAUSED'),
  ('FOLLOW', 'DONE', 'DONE');

-- Only where a line is filed may change, and only out of a grid that has ended.
grant update (place_code) on grid_event_move, grid_event_photo, grid_event_answer, grid_event_call, grid_event_message
  to qiangcun_app;

create function grid_event_leaves_ended_grid() returns trigger language plpgsql as $$
begin
  if new.place_code <> old.place_code and (left(new.place_code, 12) <> left(old.place_code, 12)
      or not exists (select from grid g where g.place_code = old.place_code and g.ended_on is not null)) then
    raise exception 'grid event % cannot leave % for %', old.event_id, old.place_code, new.place_code
      using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger grid_event_leaves_ended_grid before update of place_code on grid_event
  for each row execute function grid_event_leaves_ended_grid();

create function grid_event_line_follows() returns trigger language plpgsql as $$
begin
  if new.place_code <> (select e.place_code from grid_event e where e.event_id = new.event_id) then
    raise exception 'what belongs to grid event % is filed where the event is', new.event_id using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger grid_event_line_follows before update of place_code on grid_event_move
  for each row execute function grid_event_line_follows();
create trigger grid_event_line_follows before update of place_code on grid_event_holder
  for each row execute function grid_event_line_follows();
create trigger grid_event_line_follows before update of place_code on grid_event_photo
  for each row execute function grid_event_line_follows();
create trigger grid_event_line_follows before update of place_code on grid_event_answer
  for each row execute function grid_event_line_follows();
create trigger grid_event_line_follows before update of place_code on grid_event_call
  for each row execute function grid_event_line_follows();
create trigger grid_event_line_follows before update of place_code on grid_event_message
  for each row execute function grid_event_line_follows();

create or replace function grid_event_holder_by_log_only() returns trigger language plpgsql as $$
begin
  if pg_trigger_depth() < 2
      and (tg_op = 'INSERT' or to_jsonb(new) - 'place_code' <> to_jsonb(old) - 'place_code') then
    raise exception 'holders of grid events are written by their log' using errcode = 'check_violation';
  end if;
  return new;
end
$$;

