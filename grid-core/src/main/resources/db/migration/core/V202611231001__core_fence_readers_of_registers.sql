-- Who may read a register is part of the fence: a row of a register that only the county reads lies in a village, and is still
-- not shown to it, whatever statement asks. Null: all levels read it. A register never changes its readers.
alter table register_row add column read_digits integer check (read_digits in (6, 9));
alter table register_row_edition add column read_digits integer;
alter table register_row_person add column read_digits integer;

update register_row r set read_digits = e.digits
from (select distinct code, case definition->>'readBy' when 'COUNTY' then 6 else 9 end as digits
  from register_edition where definition->>'readBy' in ('COUNTY', 'TOWNSHIP')) e
where e.code = r.register_code;
update register_row_edition e set read_digits = r.read_digits from register_row r
  where r.row_id = e.row_id and r.read_digits is not null;
update register_row_person n set read_digits = r.read_digits from register_row r
  where r.row_id = n.row_id and r.read_digits is not null;

-- What belongs to a row is read by those who read the row, however it was written.
create function register_reads_as_its_row() returns trigger language plpgsql as $$
begin
  new.read_digits := (select r.read_digits from register_row r where r.row_id = new.row_id);
  return new;
end
$$;
create trigger register_row_edition_readers before insert on register_row_edition
  for each row execute function register_reads_as_its_row();
create trigger register_row_person_readers before insert on register_row_person
  for each row execute function register_reads_as_its_row();

create function fence_readers(fenced regclass) returns void language plpgsql as $$
begin
  execute format('drop policy %I on %s', fenced || '_read', fenced);
  execute format('create policy %I on %s for select to qiangcun_app using (
    place_code >= current_setting(''qiangcun.lo'', true) collate "C"
    and place_code < current_setting(''qiangcun.hi'', true) collate "C"
    and (read_digits is null or length(current_setting(''qiangcun.lo'', true)) <= read_digits))', fenced || '_read', fenced);
end
$$;
select fence_readers('register_row'), fence_readers('register_row_edition'), fence_readers('register_row_person');
drop function fence_readers(regclass);
