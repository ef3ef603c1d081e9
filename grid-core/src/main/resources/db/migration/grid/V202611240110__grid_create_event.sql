create extension if not exists btree_gist;

-- What can happen, in two levels, as data. A county adds kinds of its own below the first level ("within").
create table grid_event_kind (
  code         text not null check (code ~ '^[0-9]{2}([0-9]{2})?$'),
  within       varchar(18) collate "C" not null default '' check (within = '' or length(code) = 4),
  name         text not null check (name <> ''),
  urgent       boolean not null,
  -- seen by nobody but those who have to do with it, and never published
  confidential boolean not null,
  basis_kind   text not null check (basis_kind in ('LAW', 'PARTY_REG', 'POLICY', 'LOCAL', 'DESIGN')),
  basis_source text not null check (basis_source <> ''),
  valid_from   date not null,
  valid_to     date check (valid_to > valid_from),
  primary key (code, within),
  -- these are about persons who need protection
  check (left(code, 2) not in ('03', '08') or confidential)
);
grant select, insert, update on grid_event_kind to qiangcun_app;

insert into grid_event_kind (code, name, urgent, confidential, basis_kind, basis_source, valid_from)
select code, name, urgent, confidential, 'DESIGN', '强村：网格事件分类参考目录，可按本地规定增加小类', '2020-01-01'
from (values
  ('01', '矛盾纠纷', false, false), ('0101', '邻里纠纷', false, false), ('0102', '土地承包流转', false, false),
  ('0103', '宅基地', false, false), ('0104', '婚姻家庭', false, true), ('0105', '劳资欠薪', false, false),
  ('0106', '合作社分红', false, false), ('0107', '征地补偿', false, false),
  ('02', '安全隐患', true, false), ('0201', '房屋', true, false), ('0202', '用电', true, false),
  ('0203', '燃气', true, false), ('0204', '道路桥涵', true, false), ('0205', '地面塌陷', true, false),
  ('0206', '烟花爆竹', true, false), ('0207', '校园周边', true, false),
  ('03', '治安与重点人群', true, true), ('0301', '盗窃', true, true), ('0302', '赌博', false, true),
  ('0303', '诈骗线索', true, true), ('0304', '重点人员走访', false, true),
  ('04', '消防', true, false), ('0401', '通道堵塞', true, false), ('0402', '柴草堆放', false, false),
  ('0403', '电动车充电', false, false), ('0404', '森林草原火险', true, false),
  ('05', '环境卫生', false, false), ('0501', '垃圾', false, false), ('0502', '污水', false, false),
  ('0503', '旱厕粪污', false, false), ('0504', '秸秆焚烧', true, false), ('0505', '河道', false, false),
  ('06', '公共设施', false, false), ('0601', '路灯', false, false), ('0602', '供水', true, false),
  ('0603', '供电', true, false), ('0604', '通信广播', false, false), ('0605', '健身器材', false, false),
  ('07', '民生诉求', false, false), ('0701', '低保救助', false, true), ('0702', '医保社保', false, false),
  ('0703', '就学就业', false, false), ('0704', '补贴', false, false), ('0705', '政策咨询', false, false),
  ('08', '特殊群体', false, true), ('0801', '独居老人', false, true), ('0802', '留守儿童', false, true),
  ('0803', '困境儿童', true, true), ('0804', '残疾人', false, true),
  ('09', '生态资源', false, false), ('0901', '毁林毁草', false, false), ('0902', '非法占地违建', false, false),
  ('0903', '盗采', true, false), ('0904', '野生动物', false, false),
  ('10', '农牧生产', false, false), ('1001', '病虫害', false, false), ('1002', '动物疫病', true, false),
  ('1003', '农资', false, false), ('1004', '销售难', false, false), ('1005', '防返贫线索', false, true),
  ('11', '自然灾害', true, false), ('1101', '洪涝', true, false), ('1102', '雪灾', true, false),
  ('1103', '旱情', false, false), ('1104', '地质灾害', true, false), ('1105', '大风冰雹', true, false),
  ('12', '公共卫生与食品', false, false), ('1201', '传染病', true, true), ('1202', '食品药品', false, false),
  ('13', '政策宣传与代办', false, false), ('1301', '入户宣传', false, false), ('1302', '代办帮办', false, false),
  ('14', '其他', false, false)) as kinds (code, name, urgent, confidential);

-- How much time there is: to say what becomes of a report, and to settle it at each level. Counted from the report on,
-- whoever had it meanwhile; the more particular row wins.
create table grid_event_limit (
  level        text not null check (level in ('TRIAGE', 'GRID', 'VILLAGE', 'TOWNSHIP', 'COUNTY')),
  kind         text not null default '' check (kind ~ '^([0-9]{2}([0-9]{2})?)?$'),
  within       varchar(18) collate "C" not null default '',
  amount       int not null check (amount > 0),
  pace         text not null check (pace in ('HOURS', 'OFFICE_MINUTES', 'WORKING_DAYS')),
  basis_kind   text not null check (basis_kind in ('LAW', 'PARTY_REG', 'POLICY', 'LOCAL', 'DESIGN')),
  basis_source text not null check (basis_source <> ''),
  valid_from   date not null,
  valid_to     date check (valid_to > valid_from),
  primary key (level, kind, within, valid_from)
);
grant select, insert, update on grid_event_limit to qiangcun_app;

insert into grid_event_limit (level, kind, amount, pace, basis_kind, basis_source, valid_from) values
  ('TRIAGE', '', 24, 'HOURS', 'DESIGN', '强村：参照各地“24小时内作出回应”的做法，可按本地规定调整', '2020-01-01'),
  ('GRID', '', 3, 'WORKING_DAYS', 'DESIGN', '强村：参照各地网格事项2至3日办结的做法，可按本地规定调整', '2020-01-01'),
  ('VILLAGE', '', 3, 'WORKING_DAYS', 'DESIGN', '强村：参照各地网格事项2至3日办结的做法，可按本地规定调整', '2020-01-01'),
  ('TOWNSHIP', '', 7, 'WORKING_DAYS', 'DESIGN', '强村：参照各地重点疑难事项7日办结的做法，可按本地规定调整', '2020-01-01'),
  ('COUNTY', '', 15, 'WORKING_DAYS', 'DESIGN', '强村：参照各地经县级网格办同意最长15日办结的做法，可按本地规定调整', '2020-01-01'),
  ('TRIAGE', '02', 2, 'HOURS', 'DESIGN', '强村：安全隐患从快受理，可按本地规定调整', '2020-01-01'),
  ('TRIAGE', '04', 2, 'HOURS', 'DESIGN', '强村：消防隐患从快受理，可按本地规定调整', '2020-01-01'),
  ('TRIAGE', '11', 1, 'HOURS', 'DESIGN', '强村：自然灾害从快受理，可按本地规定调整', '2020-01-01'),
  ('TRIAGE', '0803', 2, 'HOURS', 'DESIGN', '强村：困境儿童从快受理，可按本地规定调整', '2020-01-01');

insert into rule_parameter (code, valid_from, amount, basis, source) values
  ('grid.event.returns', '2020-01-01', 2, 'DESIGN', '强村：一件事最多退回2次，之后由县级指定办理单位，可按本地规定调整'),
  ('grid.event.extensions', '2020-01-01', 1, 'DESIGN', '强村：参照12345热线做法，到期前可申请延期1次，可按本地规定调整'),
  ('grid.event.extension-percent', '2020-01-01', 100, 'DESIGN', '强村：延期最长不超过原时限的百分之百，可按本地规定调整'),
  ('grid.event.escalation-percent', '2020-01-01', 50, 'DESIGN', '强村：超过时限百分之五十自动上报上一级，可按本地规定调整'),
  ('grid.event.reopen-days', '2020-01-01', 30, 'DESIGN', '强村：结案后30日内可重新打开，可按本地规定调整'),
  ('grid.event.whistle-urgent-hours', '2020-01-01', 2, 'DESIGN', '强村：紧急吹哨2小时内回应，可按本地规定调整'),
  ('grid.event.whistle-hours', '2020-01-01', 24, 'DESIGN', '强村：一般吹哨24小时内回应，可按本地规定调整'),
  ('grid.event.duplicate-hours', '2020-01-01', 72, 'DESIGN', '强村：72小时内同类事件提示可能重复，可按本地规定调整'),
  ('grid.event.duplicate-metres', '2020-01-01', 300, 'DESIGN', '强村：300米内同类事件提示可能重复，可按本地规定调整'),
  ('grid.event.idle-days', '2020-01-01', 3, 'DESIGN', '强村：承办单位3日没有动作即提醒，可按本地规定调整'),
  ('grid.event.ping-pong', '2020-01-01', 4, 'DESIGN', '强村：一件事流转达到4次即提醒，可按本地规定调整');

-- Which move leads from which state to which: the loop itself. What is not here cannot be stored.
create table grid_event_allowed_move (
  kind       text not null,
  from_state text not null,
  to_state   text not null,
  primary key (kind, from_state, to_state)
);
grant select on grid_event_allowed_move to qiangcun_app;

insert into grid_event_allowed_move (kind, from_state, to_state) values
  ('REPORT', 'NONE', 'REPORTED'),
  ('SOLVE', 'NONE', 'CLOSED'),
  ('ACCEPT', 'REPORTED', 'ACCEPTED'),
  ('ASSIGN', 'ACCEPTED', 'ASSIGNED'),
  ('START', 'ASSIGNED', 'HANDLING'),
  ('RETURN', 'ASSIGNED', 'ACCEPTED'),
  ('RETURN', 'HANDLING', 'ACCEPTED'),
  ('DONE', 'HANDLING', 'DONE'),
  ('REWORK', 'DONE', 'ASSIGNED'),
  ('VERIFY', 'DONE', 'VERIFIED'),
  ('CLOSE', 'VERIFIED', 'CLOSED'),
  ('ANSWER', 'CLOSED', 'CLOSED'),
  ('REOPEN', 'CLOSED', 'ACCEPTED'),
  ('ESCALATE', 'REPORTED', 'REPORTED'),
  ('ESCALATE', 'ACCEPTED', 'ACCEPTED'),
  ('ESCALATE', 'ASSIGNED', 'ACCEPTED'),
  ('ESCALATE', 'HANDLING', 'ACCEPTED'),
  ('ESCALATE', 'DONE', 'DONE'),
  ('EXTEND', 'ACCEPTED', 'ACCEPTED'),
  ('EXTEND', 'ASSIGNED', 'ASSIGNED'),
  ('EXTEND', 'HANDLING', 'HANDLING'),
  ('PAUSE', 'ACCEPTED', 'PAUSED'),
  ('PAUSE', 'ASSIGNED', 'PAUSED'),
  ('PAUSE', 'HANDLING', 'PAUSED'),
  ('RESUME', 'PAUSED', 'ACCEPTED'),
  ('RESUME', 'PAUSED', 'ASSIGNED'),
  ('RESUME', 'PAUSED', 'HANDLING'),
  ('WHISTLE', 'ACCEPTED', 'ACCEPTED'),
  ('WHISTLE', 'ASSIGNED', 'ASSIGNED'),
  ('WHISTLE', 'HANDLING', 'HANDLING'),
  ('MERGE', 'REPORTED', 'MERGED'),
  ('MERGE', 'ACCEPTED', 'MERGED'),
  ('MERGE', 'ASSIGNED', 'MERGED'),
  ('MERGE', 'HANDLING', 'MERGED'),
  ('TRANSFER', 'REPORTED', 'TRANSFERRED'),
  ('TRANSFER', 'ACCEPTED', 'TRANSFERRED'),
  ('TRANSFER', 'ASSIGNED', 'TRANSFERRED'),
  ('TRANSFER', 'HANDLING', 'TRANSFERRED');

create table grid_event (
  event_id         uuid primary key,
  version          bigint not null,
  created_at       timestamptz not null,
  created_by       text not null,
  changed_at       timestamptz not null,
  changed_by       text not null,
  place_code       varchar(18) collate "C" not null references place check (length(place_code) >= 6),
  receipt          text not null unique,
  kind             text not null,
  urgent           boolean not null,
  confidential     boolean not null,
  content          text not null check (content <> ''),
  spot             text not null,
  affected         text not null,
  longitude        numeric(9, 6) check (longitude between 70 and 140),
  latitude         numeric(8, 6) check (latitude between 15 and 55),
  channel          text not null check (channel in ('DESK', 'PHONE', 'API', 'PAPER')),
  device_at        timestamptz,
  reported_at      timestamptz not null,
  reported_by      uuid,
  reported_post    text not null,
  reported_person  text not null,
  state            text not null check (state in ('REPORTED', 'ACCEPTED', 'ASSIGNED', 'HANDLING', 'PAUSED', 'DONE',
                     'VERIFIED', 'CLOSED', 'MERGED', 'TRANSFERRED')),
  round            int not null check (round > 0),
  moves            int not null check (moves > 0),
  moved_at         timestamptz not null,
  holder_place     varchar(18) collate "C",
  held_since       timestamptz,
  dispatcher_place varchar(18) collate "C" not null,
  handler_place    varchar(18) collate "C",
  limit_level      text not null check (limit_level in ('TRIAGE', 'GRID', 'VILLAGE', 'TOWNSHIP', 'COUNTY')),
  paused_in        text check (paused_in in ('ACCEPTED', 'ASSIGNED', 'HANDLING')),
  -- computed from the log by the clock of the case, kept for lists
  due_at           timestamptz,
  escalates_at     timestamptz,
  extended_by      int not null default 0 check (extended_by >= 0),
  extensions       int not null default 0,
  returns          int not null default 0,
  on_spot          boolean not null,
  handled_at       timestamptz,
  handled_by       uuid,
  handled_post     text,
  handled_person   text,
  result           text,
  verified_at      timestamptz,
  verified_by      uuid,
  verified_post    text,
  verified_person  text,
  closed_at        timestamptz,
  closed_in_time   boolean,
  merged_into      uuid references grid_event,
  exclusive_channel text check (exclusive_channel in ('HOTLINE', 'PETITION')),
  check ((longitude is null) = (latitude is null)),
  check (left(kind, 2) not in ('03', '08') or confidential),
  -- at every moment one holder, until it is over
  check ((holder_place is null) = (state in ('CLOSED', 'MERGED', 'TRANSFERRED'))),
  check ((holder_place is null) = (held_since is null)),
  check ((closed_at is null) = (holder_place is not null)),
  check ((state = 'PAUSED') = (paused_in is not null)),
  check (state <> 'MERGED' or merged_into is not null and merged_into <> event_id),
  check (state <> 'TRANSFERRED' or exclusive_channel is not null),
  check (state not in ('DONE', 'VERIFIED', 'CLOSED') or handled_at is not null and handled_post is not null and result <> ''),
  check (state not in ('VERIFIED', 'CLOSED') or on_spot or verified_at is not null and verified_post is not null),
  -- nobody checks his own work, whether he reported it or not
  constraint grid_event_verified_by_another check (verified_at is null or (verified_by = handled_by) is not true
    and verified_post <> handled_post and verified_person <> handled_person),
  constraint grid_event_solved_by_its_reporter check (not on_spot or verified_at is not null
    or handled_by is not distinct from reported_by and handled_post = reported_post)
);
create index grid_event_open_idx on grid_event (place_code, due_at) where closed_at is null;
create index grid_event_holder_idx on grid_event (holder_place) where closed_at is null;
create index grid_event_reported_idx on grid_event (place_code, reported_at desc);
create index grid_event_closed_idx on grid_event (place_code, closed_at) where closed_at is not null;
create index grid_event_escalates_idx on grid_event (escalates_at) where closed_at is null;
create index grid_event_merged_idx on grid_event (merged_into) where merged_into is not null;
grant select, insert, update on grid_event to qiangcun_app;
call fence('grid_event');

-- What happened to it, move by move. Nobody changes it afterwards; everything else can be computed from it.
create table grid_event_move (
  event_id     uuid not null references grid_event,
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
  primary key (event_id, number),
  foreign key (kind, from_state, to_state) references grid_event_allowed_move,
  check ((holder_place is null) = (to_state in ('CLOSED', 'MERGED', 'TRANSFERRED'))),
  check (kind not in ('RETURN', 'EXTEND', 'PAUSE', 'ESCALATE', 'TRANSFER', 'REWORK', 'REOPEN') or note <> '')
);
create index grid_event_move_at_idx on grid_event_move (place_code, at);
grant select, insert on grid_event_move to qiangcun_app;
call fence('grid_event_move');

-- Who had it when: written by the log and by nobody else. No two at once.
create table grid_event_holder (
  event_id     uuid not null references grid_event,
  place_code   varchar(18) collate "C" not null,
  from_move    int not null,
  holder_place varchar(18) collate "C" not null,
  running      boolean not null,
  held         tstzrange not null,
  primary key (event_id, from_move),
  constraint grid_event_one_holder exclude using gist (event_id with =, held with &&)
);
grant select, insert, update on grid_event_holder to qiangcun_app;
call fence('grid_event_holder');

create function grid_event_move_follows() returns trigger language plpgsql as $$
declare
  last grid_event_move;
begin
  select * into last from grid_event_move where event_id = new.event_id order by number desc limit 1;
  if new.number <> coalesce(last.number, 0) + 1 or new.from_state <> coalesce(last.to_state, 'NONE') then
    raise exception 'move % of grid event % does not follow the one before it', new.number, new.event_id
      using errcode = 'check_violation';
  end if;
  if new.at < last.at then
    raise exception 'moves of grid event % go backwards in time', new.event_id using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger grid_event_move_follows before insert on grid_event_move
  for each row execute function grid_event_move_follows();

create function grid_event_move_hands_over() returns trigger language plpgsql as $$
declare
  held_by grid_event_holder;
begin
  select * into held_by from grid_event_holder where event_id = new.event_id and upper_inf(held) and not isempty(held);
  if held_by.holder_place = new.holder_place and held_by.running = (new.to_state <> 'PAUSED') then
    return null;
  end if;
  update grid_event_holder set held = tstzrange(lower(held), new.at)
    where event_id = new.event_id and from_move = held_by.from_move;
  if new.holder_place is not null then
    insert into grid_event_holder (event_id, place_code, from_move, holder_place, running, held)
      values (new.event_id, new.place_code, new.number, new.holder_place, new.to_state <> 'PAUSED', tstzrange(new.at, null));
  end if;
  return null;
end
$$;
create trigger grid_event_move_hands_over after insert on grid_event_move
  for each row execute function grid_event_move_hands_over();

create function grid_event_holder_by_log_only() returns trigger language plpgsql as $$
begin
  if pg_trigger_depth() < 2 then
    raise exception 'holders of grid events are written by their log' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger grid_event_holder_by_log_only before insert or update on grid_event_holder
  for each row execute function grid_event_holder_by_log_only();

-- What stands in the event is what its log says, when the transaction ends.
create function grid_event_agrees_with_its_log() returns trigger language plpgsql as $$
begin
  if not exists (
    select from grid_event e
      join lateral (select m.number, m.to_state, m.holder_place from grid_event_move m
        where m.event_id = e.event_id order by m.number desc limit 1) last on true
    where e.event_id = new.event_id and e.moves = last.number and e.state = last.to_state
      and e.holder_place is not distinct from last.holder_place) then
    raise exception 'grid event % is not where its log says', new.event_id using errcode = 'check_violation';
  end if;
  return null;
end
$$;
create constraint trigger grid_event_agrees_with_its_log after insert or update on grid_event
  deferrable initially deferred for each row execute function grid_event_agrees_with_its_log();

-- Photos that devices have sent, by the id that the device gave them: each is kept once.
create table grid_event_photo (
  photo_id   uuid primary key,
  event_id   uuid not null references grid_event,
  place_code varchar(18) collate "C" not null
);
create index grid_event_photo_event_idx on grid_event_photo (event_id);
grant select, insert on grid_event_photo to qiangcun_app;
call fence('grid_event_photo');

-- "Solved for the reporter": said by him or by whom he told, once in each round, and never by who handled it.
create table grid_event_answer (
  event_id    uuid not null references grid_event,
  round       int not null,
  place_code  varchar(18) collate "C" not null,
  answered_at timestamptz not null,
  via         text not null check (via in ('SLIP', 'CALL_BACK')),
  account_id  uuid,
  post        text not null,
  person      text not null,
  solved      boolean not null,
  stars       int check (stars between 1 and 5),
  words       text not null,
  primary key (event_id, round),
  check ((via = 'CALL_BACK') = (account_id is not null))
);
create index grid_event_answer_place_idx on grid_event_answer (place_code, answered_at);
grant select, insert on grid_event_answer to qiangcun_app;
call fence('grid_event_answer');

create function grid_event_answer_by_another() returns trigger language plpgsql as $$
begin
  if not exists (select from grid_event e where e.event_id = new.event_id and e.round = new.round and e.state = 'CLOSED') then
    raise exception 'grid event % has no closing to answer to', new.event_id using errcode = 'check_violation';
  end if;
  if exists (select from grid_event e where e.event_id = new.event_id
      and (e.handled_by = new.account_id or e.handled_post = new.post or e.handled_person = new.person)) then
    raise exception 'who handled grid event % does not say whether it is solved', new.event_id using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger grid_event_answer_by_another before insert on grid_event_answer
  for each row execute function grid_event_answer_by_another();

-- Whom a place above called to help, and what they answered. They see what they were asked, not the event.
create table grid_event_call (
  call_id        uuid primary key,
  event_id       uuid not null references grid_event,
  place_code     varchar(18) collate "C" not null,
  called_place   varchar(18) collate "C" not null references place,
  asking_place   varchar(18) collate "C" not null,
  asked_at       timestamptz not null,
  asked_post     text not null,
  asked_person   text not null,
  kind_name      text not null,
  spot           text not null,
  question       text not null check (question <> ''),
  urgent         boolean not null,
  reply_due      timestamptz not null check (reply_due > asked_at),
  replied_at     timestamptz,
  replied_post   text,
  replied_person text,
  reply          text,
  check ((replied_at is null) = (reply is null)),
  check (reply <> '')
);
create index grid_event_call_event_idx on grid_event_call (event_id);
create index grid_event_call_called_idx on grid_event_call (called_place) where replied_at is null;
-- one open call to the same department
create unique index grid_event_call_open_key on grid_event_call (event_id, called_place) where replied_at is null;
-- what was asked stays as it was asked
grant select, insert, update (replied_at, replied_post, replied_person, reply) on grid_event_call to qiangcun_app;
call fence('grid_event_call');
create policy grid_event_call_heard on grid_event_call for select to qiangcun_app using (
  called_place >= current_setting('qiangcun.lo', true) collate "C" and called_place < current_setting('qiangcun.hi', true) collate "C");
create policy grid_event_call_replied on grid_event_call for update to qiangcun_app using (
  called_place >= current_setting('qiangcun.wlo', true) collate "C" and called_place < current_setting('qiangcun.whi', true) collate "C");

-- What those who have to do with it say to each other.
create table grid_event_message (
  message_id uuid primary key,
  event_id   uuid not null references grid_event,
  place_code varchar(18) collate "C" not null,
  at         timestamptz not null,
  account_id uuid,
  post       text not null,
  post_name  text not null,
  person     text not null,
  words      text not null check (words <> '')
);
create index grid_event_message_event_idx on grid_event_message (event_id, at);
grant select, insert on grid_event_message to qiangcun_app;
call fence('grid_event_message');

-- Whoever looks at the event, on whatever node, is told to look again.
create function grid_event_tells() returns trigger language plpgsql as $$
begin
  perform pg_notify('grid_event', new.event_id::text);
  return null;
end
$$;
create trigger grid_event_tells after insert on grid_event_move for each row execute function grid_event_tells();
create trigger grid_event_tells after insert on grid_event_message for each row execute function grid_event_tells();
create trigger grid_event_tells after insert or update on grid_event_call for each row execute function grid_event_tells();

insert into role_authority (role, authority) values
  ('COUNTY', 'grid.event.read'), ('TOWNSHIP', 'grid.event.read'), ('VILLAGE', 'grid.event.read'), ('GRID', 'grid.event.read'),
  ('COUNTY', 'grid.event.report'), ('TOWNSHIP', 'grid.event.report'), ('VILLAGE', 'grid.event.report'), ('GRID', 'grid.event.report'),
  ('COUNTY', 'grid.event.act'), ('TOWNSHIP', 'grid.event.act'), ('VILLAGE', 'grid.event.act'), ('GRID', 'grid.event.act'),
  ('COUNTY', 'grid.event.direct'), ('TOWNSHIP', 'grid.event.direct'), ('VILLAGE', 'grid.event.direct'),
  ('COUNTY', 'grid.event.define');
