-- What was not accepted is over without a decision, and may be rated too.
alter table services_request drop constraint services_request_check9;
alter table services_request add constraint services_request_decided
  check (state not in ('DECIDED', 'DELIVERED') or decided_at is not null);

-- What whoever asked says of how it was dealt with: once, with one afterthought; bad ones are looked into by somebody else.
create table services_rating (
  request_id       uuid primary key,
  place_code       varchar(18) collate "C" not null,
  -- whose work it is about
  handled_place    varchar(18) collate "C" not null references place,
  rated_at         timestamptz not null,
  stars            int not null check (stars between 1 and 5),
  -- whether it is solved for him; closed is another question
  solved           boolean not null,
  words            text not null check (length(words) <= 500),
  appended_at      timestamptz,
  appended         text check (length(appended) between 1 and 500),
  -- who looks into a bad one: never the place that dealt with it, if there is one above
  ticket_place     varchar(18) collate "C" references place,
  contact_due      timestamptz,
  resolve_due      timestamptz,
  contacted_at     timestamptz,
  contacted_post   text,
  contacted_person text,
  contact_note     text check (contact_note <> ''),
  resolved_at      timestamptz,
  resolved_post    text,
  resolved_person  text,
  resolution       text check (resolution <> ''),
  foreign key (request_id, place_code) references services_request (request_id, place_code),
  check ((appended_at is null) = (appended is null)),
  check ((ticket_place is null) = (stars > 2) and (ticket_place is null) = (contact_due is null)
    and (ticket_place is null) = (resolve_due is null)),
  check ((contacted_at is null) = (contact_note is null) and (contacted_at is null) = (contacted_post is null)
    and (contacted_at is null) = (contacted_person is null)),
  check ((resolved_at is null) = (resolution is null) and (resolved_at is null) = (resolved_post is null)
    and (resolved_at is null) = (resolved_person is null)),
  check (contacted_at is null or ticket_place is not null),
  check (resolved_at is null or contacted_at is not null)
);
create index services_rating_place_idx on services_rating (place_code, rated_at desc);
create index services_rating_ticket_idx on services_rating (ticket_place, resolve_due) where resolved_at is null;
grant select, insert, update (appended_at, appended, contacted_at, contacted_post, contacted_person, contact_note, resolved_at,
  resolved_post, resolved_person, resolution) on services_rating to qiangcun_app;
call fence('services_rating');

create function services_rating_guard() returns trigger language plpgsql as $$
begin
  if not exists (select from services_request r where r.request_id = new.request_id and r.closed_at is not null) then
    raise exception 'request % is not over', new.request_id using errcode = 'check_violation';
  end if;
  -- who dealt with it neither calls back nor settles what was said of him
  if exists (select from services_request r where r.request_id = new.request_id
      and (r.decided_person in (new.contacted_person, new.resolved_person) or r.decided_post in (new.contacted_post, new.resolved_post))) then
    raise exception 'a bad rating of request % is looked into by another', new.request_id using errcode = 'check_violation';
  end if;
  if tg_op = 'UPDATE' and (old.appended is not null and new.appended is distinct from old.appended
      or old.contacted_at is not null and (new.contacted_at, new.contact_note) is distinct from (old.contacted_at, old.contact_note)
      or old.resolved_at is not null and (new.resolved_at, new.resolution) is distinct from (old.resolved_at, old.resolution)) then
    raise exception 'what was said of request % stays', new.request_id using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger services_rating_guard before insert or update on services_rating
  for each row execute function services_rating_guard();

insert into rule_parameter (code, valid_from, amount, basis, source) values
  ('services.rating.days', '2020-01-01', 30, 'DESIGN', '强村：办结后多少天内可以评价，可按本地规定调整'),
  ('services.rating.contact-days', '2020-01-01', 1, 'DESIGN', '强村：参照各地政务服务“好差评”差评1个工作日内联系的做法，可按本地规定调整'),
  ('services.rating.resolve-days', '2020-01-01', 15, 'DESIGN', '强村：参照各地政务服务“好差评”差评15个工作日内整改的做法，可按本地规定调整');

insert into warning_step (rule_code, working_days, valid_from, level, holder_level, basis_kind, basis_text) values
  ('services.request-untold', 0, '2020-01-01', 'YELLOW', 'VILLAGE', 'DESIGN', '超过答复是否受理的期限提醒承办单位，可按本地规定调整'),
  ('services.request-untold', 2, '2020-01-01', 'ORANGE', 'TOWNSHIP', 'DESIGN', '超过期限2个工作日由上一级督办，可按本地规定调整'),
  ('services.request-overdue', 0, '2020-01-01', 'YELLOW', 'VILLAGE', 'DESIGN', '超过承诺时限提醒承办单位，可按本地规定调整'),
  ('services.request-overdue', 3, '2020-01-01', 'ORANGE', 'TOWNSHIP', 'DESIGN', '超过承诺时限3个工作日由上一级督办，可按本地规定调整'),
  ('services.request-overdue', 10, '2020-01-01', 'RED', 'COUNTY', 'DESIGN', '超过承诺时限10个工作日由县级督办，可按本地规定调整');

insert into role_authority (role, authority) values
  ('COUNTY', 'services.rating.read'), ('TOWNSHIP', 'services.rating.read'), ('VILLAGE', 'services.rating.read'),
  ('COUNTY', 'services.rating.answer'), ('TOWNSHIP', 'services.rating.answer');
