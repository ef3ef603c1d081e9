-- What villagers ask for, ask about or are troubled by, from their first word to its end. 《行政许可法》 art. 32, 42, 44, 45.
create table services_request (
  request_id      uuid primary key,
  -- where whoever asks lives, or where it is about; it stays there, whoever deals with it
  place_code      varchar(18) collate "C" not null references place,
  version         bigint not null,
  -- said by whoever asks, together with the end of his telephone number, instead of an account
  receipt         text not null unique check (receipt ~ '^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$'),
  purpose         text not null check (purpose in ('QUESTION', 'APPLICATION', 'PROBLEM')),
  channel         text not null check (channel in ('WEB', 'COUNTER', 'PHONE', 'AGENT')),
  -- as it was published on the day; one may also ask in one's own words
  item_code       text,
  item_version    int,
  item_name       text,
  legal_days      int check (legal_days >= 0),
  promised_days   int not null check (promised_days >= 0),
  matter          text not null check (length(matter) between 1 and 1000),
  -- old, disabled or otherwise first in line
  priority        boolean not null,
  -- encrypted by the application
  applicant       bytea not null,
  phone           bytea not null,
  agent_name      text check (agent_name <> ''),
  agent_basis     text check (agent_basis <> ''),
  agent_account   uuid,
  applied_at      timestamptz not null,
  applied_post    text not null,
  applied_person  text not null,
  state           text not null check (state in ('APPLIED', 'SUPPLEMENT', 'ACCEPTED', 'NOT_ACCEPTED', 'PROCESSING', 'WAITING',
                    'DECIDED', 'DELIVERED', 'RATED', 'ARCHIVED', 'WITHDRAWN')),
  acts            int not null check (acts > 0),
  moved_at        timestamptz not null,
  holder_place    varchar(18) collate "C" references place,
  -- who gave it to the holder, and gets it back
  handed_from     varchar(18) collate "C" references place,
  -- a department beside the line of places that has, or had, to do with it
  department_place varchar(18) collate "C" references place,
  claimed_by      uuid,
  claimed_post    text,
  claimed_person  text,
  supplement      text check (supplement <> ''),
  waiting_for     text check (waiting_for in ('MATERIALS', 'PUBLICATION', 'EXPERT')),
  accepted_at     timestamptz,
  extended_by     int not null check (extended_by >= 0),
  -- by which the next thing has to happen; nobody knows while it waits for whoever asked
  due_at          timestamptz,
  legal_due_at    timestamptz,
  decided_at      timestamptz,
  decided_by      uuid,
  decided_post    text,
  decided_person  text,
  outcome         text check (outcome in ('SOLVED', 'ANSWERED', 'EXPLAINED', 'REFUSED')),
  result          text check (result <> ''),
  closed_at       timestamptz,
  closed_in_time  boolean,
  unique (request_id, place_code),
  check ((item_code is null) = (item_version is null) and (item_code is null) = (item_name is null)),
  check ((channel = 'AGENT') = (agent_name is not null) and (agent_name is null) = (agent_basis is null)),
  -- at every moment one holder, until it is over
  constraint services_request_one_holder check ((holder_place is null) = (closed_at is not null)),
  check ((closed_at is null) = (state in ('APPLIED', 'SUPPLEMENT', 'ACCEPTED', 'PROCESSING', 'WAITING', 'DECIDED'))),
  check ((claimed_by is null) = (claimed_post is null) and (claimed_by is null) = (claimed_person is null)),
  check (holder_place is not null or claimed_by is null),
  check (state not in ('ACCEPTED', 'PROCESSING', 'WAITING', 'DECIDED') or accepted_at is not null),
  check ((state = 'WAITING') = (waiting_for is not null)),
  check (state <> 'SUPPLEMENT' or supplement is not null),
  check ((decided_at is null) = (outcome is null) and (decided_at is null) = (result is null)),
  check (state not in ('DECIDED', 'DELIVERED', 'RATED') or decided_at is not null),
  -- nobody decides what he applied for on behalf of somebody
  constraint services_request_agent_is_not_judge check (decided_at is null or agent_name is null
    or decided_person <> agent_name and decided_by is distinct from agent_account)
);
create index services_request_place_idx on services_request (place_code, applied_at desc);
create index services_request_open_idx on services_request (place_code, due_at) where closed_at is null;
create index services_request_holder_idx on services_request (holder_place, priority desc, due_at) where closed_at is null;
create index services_request_claimed_idx on services_request (claimed_by, due_at) where closed_at is null;
create index services_request_closed_idx on services_request (place_code, closed_at) where closed_at is not null;
create index services_request_department_idx on services_request (department_place) where department_place is not null;
grant select, insert, update on services_request to qiangcun_app;
call fence('services_request');
-- A department sees what it was given, and what it dealt with; whoever holds it is checked by the log.
create policy services_request_given on services_request for select to qiangcun_app using (
  department_place >= current_setting('qiangcun.lo', true) collate "C" and department_place < current_setting('qiangcun.hi', true) collate "C");
create policy services_request_dealt on services_request for update to qiangcun_app using (
  department_place >= current_setting('qiangcun.wlo', true) collate "C" and department_place < current_setting('qiangcun.whi', true) collate "C");

-- What may follow what.
create table services_request_allowed (
  kind       text not null,
  from_state text not null,
  to_state   text not null,
  primary key (kind, from_state, to_state)
);
grant select on services_request_allowed to qiangcun_app;
insert into services_request_allowed (kind, from_state, to_state) values
  ('APPLY', 'NONE', 'APPLIED'),
  ('SUPPLEMENT', 'APPLIED', 'SUPPLEMENT'), ('SUPPLIED', 'SUPPLEMENT', 'APPLIED'), ('SUPPLIED', 'WAITING', 'PROCESSING'),
  ('ACCEPT', 'APPLIED', 'ACCEPTED'), ('REFUSE', 'APPLIED', 'NOT_ACCEPTED'), ('REFUSE', 'SUPPLEMENT', 'NOT_ACCEPTED'),
  ('START', 'ACCEPTED', 'PROCESSING'), ('PAUSE', 'PROCESSING', 'WAITING'), ('RESUME', 'WAITING', 'PROCESSING'),
  ('EXTEND', 'ACCEPTED', 'ACCEPTED'), ('EXTEND', 'PROCESSING', 'PROCESSING'),
  ('DECIDE', 'PROCESSING', 'DECIDED'), ('DELIVER', 'DECIDED', 'DELIVERED'), ('ANSWER', 'APPLIED', 'DELIVERED'),
  ('WITHDRAW', 'APPLIED', 'WITHDRAWN'), ('WITHDRAW', 'SUPPLEMENT', 'WITHDRAWN'), ('WITHDRAW', 'ACCEPTED', 'WITHDRAWN'),
  ('WITHDRAW', 'PROCESSING', 'WITHDRAWN'), ('WITHDRAW', 'WAITING', 'WITHDRAWN'),
  ('RATE', 'DELIVERED', 'RATED'), ('RATE', 'NOT_ACCEPTED', 'RATED'), ('APPEND', 'RATED', 'RATED'),
  ('ARCHIVE', 'DELIVERED', 'ARCHIVED'), ('ARCHIVE', 'RATED', 'ARCHIVED'), ('ARCHIVE', 'NOT_ACCEPTED', 'ARCHIVED'),
  ('ARCHIVE', 'WITHDRAWN', 'ARCHIVED');
insert into services_request_allowed (kind, from_state, to_state)
select kind, state, state
from unnest(array['CLAIM', 'RELEASE', 'HAND_OVER', 'HAND_BACK']) kind
  cross join unnest(array['APPLIED', 'SUPPLEMENT', 'ACCEPTED', 'PROCESSING', 'WAITING', 'DECIDED']) state;

-- What happened to it, act by act. Nobody changes it afterwards; the state follows from it.
create table services_request_act (
  request_id   uuid not null references services_request,
  number       int not null,
  place_code   varchar(18) collate "C" not null,
  at           timestamptz not null,
  kind         text not null,
  from_state   text not null,
  to_state     text not null,
  holder_place varchar(18) collate "C",
  account_id   uuid,
  post         text not null,
  person       text not null,
  acting_place varchar(18) collate "C",
  note         text not null,
  primary key (request_id, number),
  foreign key (kind, from_state, to_state) references services_request_allowed,
  check ((holder_place is null) = (to_state in ('NOT_ACCEPTED', 'DELIVERED', 'RATED', 'ARCHIVED', 'WITHDRAWN'))),
  check (kind not in ('SUPPLEMENT', 'REFUSE', 'PAUSE', 'EXTEND', 'HAND_BACK', 'DECIDE', 'ANSWER') or note <> '')
);
-- once only, 《行政许可法》 art. 32 and 42
create unique index services_request_once_key on services_request_act (request_id, kind)
  where kind in ('APPLY', 'SUPPLEMENT', 'ACCEPT', 'EXTEND', 'DECIDE', 'RATE', 'APPEND');
create index services_request_act_at_idx on services_request_act (place_code, at);
grant select, insert on services_request_act to qiangcun_app;
call fence('services_request_act');
-- whoever sees the request sees what happened to it
create policy services_request_act_given on services_request_act for select to qiangcun_app using (exists (
  select from services_request r where r.request_id = services_request_act.request_id and r.department_place is not null
    and r.department_place >= current_setting('qiangcun.lo', true) collate "C"
    and r.department_place < current_setting('qiangcun.hi', true) collate "C"));
create policy services_request_act_dealt on services_request_act for insert to qiangcun_app with check (exists (
  select from services_request r where r.request_id = services_request_act.request_id and r.department_place is not null
    and r.place_code = services_request_act.place_code
    and r.department_place >= current_setting('qiangcun.wlo', true) collate "C"
    and r.department_place < current_setting('qiangcun.whi', true) collate "C"));

create function services_request_act_follows() returns trigger language plpgsql as $$
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
  -- whoever asks acts from nowhere; everybody else only where he holds it
  if new.acting_place is not null and last.number is not null and new.acting_place is distinct from last.holder_place then
    raise exception 'request % is not with %', new.request_id, new.acting_place using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger services_request_act_follows before insert on services_request_act
  for each row execute function services_request_act_follows();

-- What stands in the request is what its acts say, when the transaction ends.
create function services_request_agrees_with_its_acts() returns trigger language plpgsql as $$
begin
  if not exists (
    select from services_request r
      join lateral (select a.number, a.to_state, a.holder_place from services_request_act a
        where a.request_id = r.request_id order by a.number desc limit 1) last on true
    where r.request_id = new.request_id and r.acts = last.number and r.state = last.to_state
      and r.holder_place is not distinct from last.holder_place) then
    raise exception 'request % is not where its acts say', new.request_id using errcode = 'check_violation';
  end if;
  return null;
end
$$;
create constraint trigger services_request_agrees_with_its_acts after insert or update on services_request
  deferrable initially deferred for each row execute function services_request_agrees_with_its_acts();

-- What was said in the beginning stays as it was said, and where.
create function services_fix_request() returns trigger language plpgsql as $$
begin
  if (new.request_id, new.place_code, new.receipt, new.purpose, new.channel, new.item_code, new.item_version, new.legal_days,
        new.promised_days, new.matter, new.applicant, new.phone, new.agent_name, new.agent_basis, new.applied_at)
      is distinct from (old.request_id, old.place_code, old.receipt, old.purpose, old.channel, old.item_code, old.item_version,
        old.legal_days, old.promised_days, old.matter, old.applicant, old.phone, old.agent_name, old.agent_basis,
        old.applied_at)
      or old.supplement is not null and new.supplement is distinct from old.supplement
      or old.decided_at is not null and (new.decided_at, new.decided_by, new.decided_person, new.outcome, new.result)
        is distinct from (old.decided_at, old.decided_by, old.decided_person, old.outcome, old.result) then
    raise exception 'what was said about request % stays', old.request_id using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger services_fix_request before update on services_request for each row execute function services_fix_request();

insert into rule_parameter (code, valid_from, amount, basis, source, article, wording) values
  ('services.request.supplement-days', '2004-07-01', 5, 'LAW', '《中华人民共和国行政许可法》', '第三十二条',
    '申请材料不齐全的，当场或者在五日内一次告知需要补正的全部内容，逾期不告知的，自收到申请材料之日起即为受理'),
  ('services.request.extension-days', '2004-07-01', 10, 'LAW', '《中华人民共和国行政许可法》', '第四十二条',
    '不能在规定期限内作出决定的，经本行政机关负责人批准，可以延长十日，并将延长期限的理由告知申请人');
insert into rule_parameter (code, valid_from, amount, basis, source) values
  ('services.request.problem-days', '2020-01-01', 10, 'DESIGN', '强村：群众自述的诉求，办理时限可按本地规定调整'),
  ('services.request.question-days', '2020-01-01', 3, 'DESIGN', '强村：咨询答复时限可按本地规定调整');

insert into role_authority (role, authority) values
  ('COUNTY', 'services.request.read'), ('TOWNSHIP', 'services.request.read'), ('VILLAGE', 'services.request.read'),
  ('COUNTY', 'services.request.act'), ('TOWNSHIP', 'services.request.act'), ('VILLAGE', 'services.request.act'),
  ('COUNTY', 'services.request.record'), ('TOWNSHIP', 'services.request.record'), ('VILLAGE', 'services.request.record'),
  ('GRID', 'services.request.record');
insert into rule_parameter (code, valid_from, amount, basis, source) values
  ('services.request.track-tries', '2020-01-01', 5, 'DESIGN', '强村：同一受理编号连续输错几次后暂停查询，可按本地规定调整'),
  ('services.request.track-minutes', '2020-01-01', 10, 'DESIGN', '强村：连续输错后暂停查询多少分钟，可按本地规定调整');
