-- A demand that nobody can fulfil is explained in writing, and closed by somebody else than who explained it.
alter table services_request
  add explained_at timestamptz,
  add explained_by uuid,
  add explained_post text,
  add explained_person text,
  add explanation text check (explanation <> ''),
  drop constraint services_request_outcome_check,
  add constraint services_request_outcome_check
    check (outcome in ('SOLVED', 'ANSWERED', 'EXPLAINED', 'REFUSED', 'UNREASONABLE')),
  add constraint services_request_explained check ((explained_at is null) = (explanation is null)
    and (explained_at is null) = (explained_post is null) and (explained_at is null) = (explained_person is null)),
  -- two accounts of two people, and of two posts
  add constraint services_request_closed_by_another check (outcome <> 'UNREASONABLE' or outcome is null
    or explained_at is not null and decided_by is distinct from explained_by and decided_post <> explained_post
      and decided_person <> explained_person);
create index services_request_explained_idx on services_request (holder_place) where explained_at is not null and closed_at is null;
insert into services_request_allowed (kind, from_state, to_state) values
  ('EXPLAIN', 'ACCEPTED', 'ACCEPTED'), ('EXPLAIN', 'PROCESSING', 'PROCESSING'),
  ('DECLINE', 'ACCEPTED', 'ACCEPTED'), ('DECLINE', 'PROCESSING', 'PROCESSING'),
  ('CONFIRM', 'ACCEPTED', 'DELIVERED'), ('CONFIRM', 'PROCESSING', 'DELIVERED');

create or replace function services_request_act_follows() returns trigger language plpgsql as $$
declare
  last services_request_act;
begin
  select * into last from services_request_act where request_id = new.request_id order by number desc limit 1;
  if new.number <> coalesce(last.number, 0) + 1 or new.from_state <> coalesce(last.to_state, 'NONE') then
    raise exception 'act % of request % does not follow the one before it', new.number, new.request_id
      using errcode = 'check_violation';
  end if;
  if new.at < last.at then
    raise exception 'acts of request % go backwards in time', new.request_id using errcode = 'check_violation';
  end if;
  -- whoever asks acts from nowhere; everybody else only where he holds it, but a second opinion may come from above
  if new.acting_place is not null and last.number is not null and new.acting_place is distinct from last.holder_place
      and not (new.kind in ('CONFIRM', 'DECLINE') and starts_with(last.holder_place, new.acting_place)) then
    raise exception 'request % is not with %', new.request_id, new.acting_place using errcode = 'check_violation';
  end if;
  return new;
end
$$;

insert into rule_parameter (code, valid_from, amount, basis, source) values
  ('services.request.retention-years', '2020-01-01', 10, 'DESIGN', '强村：归档的诉求保管多少年，按本地文书档案保管期限调整');
