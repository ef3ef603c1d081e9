-- Of what was closed in a month some are drawn, and whoever asked is called by somebody who did not deal with it.
create table services_callback_question (
  code       text primary key check (code ~ '^[A-Z]+$'),
  position   int not null unique,
  kind       text not null check (kind in ('YES_NO', 'SCALE', 'WORDS')),
  words      text not null check (words <> ''),
  -- which answer somebody has to look into, and what it is called then
  found_if   text check (found_if in ('YES', 'NO')),
  found_as   text check (found_as <> ''),
  -- only where the record says so itself
  found_only text check (found_only in ('SOLVED', 'ANSWERED', 'EXPLAINED', 'REFUSED')),
  -- who looks into it: the desk that called, or always the county
  found_by   text check (found_by in ('DESK', 'COUNTY')),
  basis      text not null check (basis <> ''),
  check ((found_if is null) = (found_as is null) and (found_if is null) = (found_by is null)),
  check (found_only is null or found_if is not null),
  check (found_if is null or kind = 'YES_NO')
);
grant select on services_callback_question to qiangcun_app;
insert into services_callback_question (code, position, kind, words, found_if, found_as, found_only, found_by, basis) values
  ('SOLVED', 1, 'YES_NO', '您反映的这件事，现在解决了吗？', 'NO', '登记为已解决，群众说没有解决', 'SOLVED', 'DESK', '强村：问题可按本地规定调整'),
  ('MONEY', 2, 'YES_NO', '办这件事的时候，有没有人向您要钱、要东西？', 'YES', '群众说有人要钱要物', null, 'COUNTY', '强村：问题可按本地规定调整'),
  ('SATISFIED', 3, 'SCALE', '您满意吗？1 分最不满意，5 分最满意', null, null, null, null, '强村：问题可按本地规定调整'),
  ('WORDS', 4, 'WORDS', '您还有什么要说的？（可以不说）', null, null, null, null, '强村：问题可按本地规定调整');

-- What was drawn of a month, with all that is needed to draw it again. It is seen from the county down.
create table services_callback_draw (
  draw_id      uuid primary key,
  within       varchar(18) collate "C" not null references place,
  month        date not null check (extract(day from month) = 1),
  -- the last hash of the chain of the audit trail on the last day of the month
  seed         text not null check (seed ~ '^[0-9a-f]{64}$'),
  seal_seq     bigint not null,
  percent      int not null check (percent between 0 and 100),
  least        int not null check (least >= 0),
  -- the whole set, id by id in their order; withdrawn ones, petitions and what two people explained are not in it
  closed_ids   text not null,
  closed       int not null check (closed >= 0),
  drawn        int not null check (drawn between 0 and closed),
  drawn_at     timestamptz not null,
  drawn_post   text not null,
  drawn_person text not null,
  constraint services_callback_draw_county check (length(within) = 6),
  constraint services_callback_draw_once_key unique (within, month)
);
grant select, insert on services_callback_draw to qiangcun_app;
alter table services_callback_draw enable row level security;
alter table services_callback_draw force row level security;
create policy services_callback_draw_read on services_callback_draw for select to qiangcun_app using (
  within >= current_setting('qiangcun.lo', true) collate "C" and within < current_setting('qiangcun.hi', true) collate "C"
  or starts_with(current_setting('qiangcun.lo', true), within));
create policy services_callback_draw_insert on services_callback_draw for insert to qiangcun_app with check (
  within >= current_setting('qiangcun.wlo', true) collate "C" and within < current_setting('qiangcun.whi', true) collate "C");

-- One call. It lies with the desk that makes it, so that a place below does not see what is said about it.
create table services_callback (
  callback_id    uuid primary key,
  place_code     varchar(18) collate "C" not null references place,
  draw_id        uuid not null references services_callback_draw,
  position       int not null check (position > 0),
  key            text not null check (key ~ '^[0-9a-f]{64}$'),
  request_id     uuid not null references services_request,
  request_place  varchar(18) collate "C" not null references place,
  handled_place  varchar(18) collate "C" not null references place,
  -- what the record said when it was drawn
  receipt        text not null,
  title          text not null,
  outcome        text,
  result         text,
  closed_at      timestamptz not null,
  -- who calls
  caller_account uuid,
  caller_place   varchar(18) collate "C" references place,
  caller_post    text,
  caller_person  text,
  ended_at       timestamptz,
  ended_as       text check (ended_as in ('REACHED', 'NOT_REACHED')),
  -- what somebody has to look into, and what he did
  found_at       timestamptz,
  found_place    varchar(18) collate "C" references place,
  settled_at     timestamptz,
  settled_post   text,
  settled_person text,
  settled_words  text check (length(settled_words) between 1 and 500),
  constraint services_callback_once_key unique (request_id),
  unique (draw_id, position),
  unique (callback_id, place_code),
  -- the township or the county calls
  constraint services_callback_desk check (length(place_code) in (6, 9) and starts_with(request_place, place_code)),
  check (caller_place is null or starts_with(place_code, caller_place) and length(caller_place) >= 6),
  check ((caller_place is null) = (caller_post is null) and (caller_place is null) = (caller_person is null)),
  check ((ended_at is null) = (ended_as is null)),
  check (ended_at is null or caller_person is not null),
  check ((found_at is null) = (found_place is null) and (found_at is null or ended_as = 'REACHED')),
  check ((settled_at is null) = (settled_words is null) and (settled_at is null) = (settled_post is null)
    and (settled_at is null) = (settled_person is null)),
  check (settled_at is null or found_at is not null)
);
create index services_callback_place_idx on services_callback (place_code, draw_id);
create index services_callback_open_idx on services_callback (place_code, closed_at) where ended_at is null;
create index services_callback_found_idx on services_callback (found_place, found_at) where found_at is not null and settled_at is null;
create index services_callback_draw_idx on services_callback (draw_id);
grant select, insert, update (caller_account, caller_place, caller_post, caller_person, ended_at, ended_as, found_at, found_place,
  settled_at, settled_post, settled_person, settled_words) on services_callback to qiangcun_app;
call fence('services_callback');

-- Each time somebody called.
create table services_callback_try (
  callback_id uuid not null,
  number      int not null check (number > 0),
  place_code  varchar(18) collate "C" not null,
  at          timestamptz not null,
  reached     boolean not null,
  post        text not null,
  person      text not null,
  note        text not null check (length(note) <= 200),
  primary key (callback_id, number),
  foreign key (callback_id, place_code) references services_callback (callback_id, place_code)
);
create index services_callback_try_place_idx on services_callback_try (place_code, at);
grant select, insert on services_callback_try to qiangcun_app;
call fence('services_callback_try');

create table services_callback_answer (
  callback_id uuid not null,
  question    text not null references services_callback_question,
  place_code  varchar(18) collate "C" not null,
  answer      text not null check (length(answer) between 1 and 500),
  finding     boolean not null,
  primary key (callback_id, question),
  foreign key (callback_id, place_code) references services_callback (callback_id, place_code)
);
create index services_callback_answer_place_idx on services_callback_answer (place_code, question);
grant select, insert on services_callback_answer to qiangcun_app;
call fence('services_callback_answer');

-- Nobody calls about what he dealt with, nor settles what was found about it; what was said stays.
create function services_callback_guard() returns trigger language plpgsql as $$
begin
  if exists (select from services_request_act a where a.request_id = new.request_id
      and (a.account_id = new.caller_account or a.post in (new.caller_post, new.settled_post)
        or a.person in (new.caller_person, new.settled_person))) then
    raise exception 'request % is asked about by another than who dealt with it', new.request_id using errcode = 'check_violation';
  end if;
  -- above the county there is nobody: there it is another post, as for ratings
  if length(new.place_code) > 6 and exists (select from services_request_act a where a.request_id = new.request_id
      and (a.holder_place = new.place_code or a.acting_place = new.place_code)) then
    raise exception 'request % was with % and is asked about from above', new.request_id, new.place_code
      using errcode = 'check_violation';
  end if;
  if tg_op = 'INSERT' and not exists (select from services_request r
      where r.request_id = new.request_id and r.closed_at is not null and r.purpose <> 'PETITION') then
    raise exception 'request % is none to ask about', new.request_id using errcode = 'check_violation';
  end if;
  if tg_op = 'UPDATE' and (old.ended_at is not null and (new.ended_at, new.ended_as, new.caller_post, new.caller_person,
        new.found_at, new.found_place) is distinct from (old.ended_at, old.ended_as, old.caller_post, old.caller_person,
        old.found_at, old.found_place)
      or old.settled_at is not null and (new.settled_at, new.settled_words) is distinct from (old.settled_at, old.settled_words)) then
    raise exception 'what was said of call % stays', old.callback_id using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger services_callback_guard before insert or update on services_callback
  for each row execute function services_callback_guard();

insert into rule_parameter (code, valid_from, amount, basis, source) values
  ('services.callback.percent', '2020-01-01', 10, 'DESIGN', '强村：每月抽取办结件的百分比，参考值，可按本地规定调整'),
  ('services.callback.least', '2020-01-01', 5, 'DESIGN', '强村：每月至少抽取的件数，参考值，可按本地规定调整'),
  ('services.callback.tries', '2020-01-01', 3, 'DESIGN', '强村：打不通时最多拨打的次数，参考值，可按本地规定调整');
insert into warning_step (rule_code, working_days, valid_from, level, holder_level, basis_kind, basis_text) values
  ('services.callback-found', 0, '2020-01-01', 'YELLOW', 'TOWNSHIP', 'DESIGN', '回访发现群众说没有解决或者有人要钱要物，可按本地规定调整'),
  ('services.callback-found', 10, '2020-01-01', 'ORANGE', 'COUNTY', 'DESIGN', '回访发现的问题10个工作日没有写明处理结果，可按本地规定调整');
insert into role_authority (role, authority) values
  ('COUNTY', 'services.callback.read'), ('TOWNSHIP', 'services.callback.read'),
  ('COUNTY', 'services.callback.call'), ('TOWNSHIP', 'services.callback.call'),
  ('COUNTY', 'services.callback.draw');
