-- What an incident can be; a county may add its own.
create table grid_incident_kind (
  code     text primary key check (code ~ '^[A-Z_]+$'),
  position int not null,
  name     text not null check (name <> '')
);
grant select, insert, update on grid_incident_kind to qiangcun_app;

insert into grid_incident_kind (code, position, name) values
  ('FLOOD', 1, '洪涝'),
  ('SNOW', 2, '雪灾、低温冰冻'),
  ('FIRE', 3, '森林草原火灾'),
  ('BUILDING_FIRE', 4, '房屋火灾'),
  ('GALE', 5, '大风、冰雹'),
  ('DROUGHT', 6, '旱情'),
  ('EARTHQUAKE', 7, '地震、地质灾害'),
  ('ACCIDENT', 8, '事故灾难'),
  ('HEALTH', 9, '公共卫生事件'),
  ('LIVESTOCK_DISEASE', 10, '动物疫情'),
  ('SECURITY', 11, '社会安全事件'),
  ('OTHER', 99, '其他突发事件');

-- Switched on by somebody, for a reason, and ended with a review.
create table grid_incident (
  incident_id        uuid primary key,
  place_code         varchar(18) collate "C" not null references place check (length(place_code) in (6, 9)),
  version            bigint not null,
  created_at         timestamptz not null,
  created_by         text not null,
  changed_at         timestamptz not null,
  changed_by         text not null,
  kind               text not null references grid_incident_kind,
  title              text not null check (title <> ''),
  reason             text not null check (reason <> ''),
  began_at           timestamptz not null,
  recorded_at        timestamptz not null,
  recorded_by        text not null,
  recorded_by_person text not null,
  ended_at           timestamptz check (ended_at >= began_at),
  ended_by           text,
  ended_by_person    text,
  happened           text check (happened <> ''),
  better             text check (better <> ''),
  purged_at          timestamptz check (purged_at > ended_at),
  check ((ended_at is null) = (ended_by is null)),
  check ((ended_at is null) = (ended_by_person is null)),
  -- nothing ends without a review
  check ((ended_at is null) = (happened is null)),
  check ((ended_at is null) = (better is null)),
  unique (incident_id, place_code)
);
create index grid_incident_place_idx on grid_incident (place_code, began_at);
-- one of a kind at a time
create unique index grid_incident_open_key on grid_incident (place_code, kind) where ended_at is null;
grant select, insert, update on grid_incident to qiangcun_app;
call fence('grid_incident');

-- A place that an incident concerns: what those there know of it, although it was switched on further up.
create table grid_incident_concern (
  concern_id  uuid primary key,
  place_code  varchar(18) collate "C" not null references place,
  incident_id uuid not null references grid_incident,
  head_place  varchar(18) collate "C" not null references place,
  kind        text not null references grid_incident_kind,
  title       text not null,
  reason      text not null,
  began_at    timestamptz not null,
  ended_at    timestamptz,
  -- whether it owes reports
  reports     boolean not null,
  check (left(place_code, length(head_place)) = head_place),
  unique (incident_id, place_code),
  unique (concern_id, place_code, incident_id)
);
create index grid_incident_concern_place_idx on grid_incident_concern (place_code, began_at);
create index grid_incident_concern_open_idx on grid_incident_concern (place_code) where ended_at is null;
grant select, insert, update on grid_incident_concern to qiangcun_app;
call fence('grid_incident_concern');

-- One version of what a place reports: never overwritten, the next version is another row.
create table grid_incident_report (
  report_version_id  uuid primary key,
  place_code         varchar(18) collate "C" not null references place,
  incident_id        uuid not null,
  concern_id         uuid not null,
  -- when it was written, as the device says; when it came; and which of the two is believed
  device_at          timestamptz not null,
  received_at        timestamptz not null,
  counts_at          timestamptz not null check (counts_at in (device_at, received_at) and counts_at <= received_at),
  complete           boolean not null,
  spot               text check (spot <> ''),
  happened           text check (happened <> ''),
  needs              text,
  affected           int check (affected >= 0),
  in_danger          int check (in_danger >= 0),
  evacuated          int check (evacuated >= 0),
  injured            int check (injured >= 0),
  missing            int check (missing >= 0),
  dead               int check (dead >= 0),
  hazards_found      int check (hazards_found >= 0),
  hazards_removed    int check (hazards_removed >= 0),
  houses             int check (houses >= 0),
  crops              int check (crops >= 0),
  livestock          int check (livestock >= 0),
  -- of the place, where it was known
  population         int check (population >= 0),
  longitude          numeric(9, 6) check (longitude between 70 and 140),
  latitude           numeric(8, 6) check (latitude between 15 and 55),
  reported_by        text not null,
  reported_by_person text,
  purged_at          timestamptz,
  constraint grid_incident_report_people_limit check (evacuated <= population),
  constraint grid_incident_report_hazards_limit check (hazards_removed <= hazards_found),
  check ((longitude is null) = (latitude is null)),
  -- words and names stay until they are purged, and go together
  check ((purged_at is null) = (happened is not null)),
  check ((purged_at is null) = (spot is not null)),
  check ((purged_at is null) = (needs is not null)),
  check ((purged_at is null) = (reported_by_person is not null)),
  check (purged_at is null or longitude is null),
  foreign key (concern_id, place_code, incident_id)
    references grid_incident_concern (concern_id, place_code, incident_id)
);
create index grid_incident_report_incident_idx on grid_incident_report (incident_id, place_code, counts_at);
create index grid_incident_report_place_idx on grid_incident_report (place_code, counts_at);
grant select, insert, update on grid_incident_report to qiangcun_app;
call fence('grid_incident_report');

-- Everybody is called and says that he is there.
create table grid_roll_call (
  roll_call_id       uuid primary key,
  place_code         varchar(18) collate "C" not null references place,
  incident_id        uuid not null,
  concern_id         uuid not null,
  message            text not null check (message <> ''),
  called_at          timestamptz not null,
  answer_minutes     int not null check (answer_minutes > 0),
  climb_minutes      int not null check (climb_minutes > 0),
  recorded_by        text not null,
  recorded_by_person text not null,
  unique (roll_call_id, place_code),
  foreign key (concern_id, place_code, incident_id)
    references grid_incident_concern (concern_id, place_code, incident_id)
);
create index grid_roll_call_place_idx on grid_roll_call (place_code, called_at);
grant select, insert, update on grid_roll_call to qiangcun_app;
call fence('grid_roll_call');

-- One post that is called, and its answer.
create table grid_call (
  call_id        uuid primary key,
  place_code     varchar(18) collate "C" not null references place,
  roll_call_id   uuid not null references grid_roll_call,
  incident_id    uuid not null references grid_incident,
  -- how far it may climb
  head_place     varchar(18) collate "C" not null references place,
  account_id     uuid not null references account,
  login          text not null,
  post           text not null,
  person         text,
  message        text not null,
  called_at      timestamptz not null,
  due_at         timestamptz not null check (due_at > called_at),
  climb_minutes  int not null check (climb_minutes > 0),
  answered_at    timestamptz check (answered_at >= called_at),
  answered_by    text,
  answered_by_person text,
  -- by the post itself, or by somebody above who reached it in another way and says how
  note           text check (note <> ''),
  ended_at       timestamptz,
  purged_at      timestamptz,
  check ((answered_at is null) = (answered_by is null)),
  check (answered_at is not null or note is null),
  check (left(place_code, length(head_place)) = head_place),
  check ((purged_at is null) = (person is not null)),
  unique (roll_call_id, account_id)
);
create index grid_call_open_idx on grid_call (place_code, due_at) where answered_at is null and ended_at is null;
create index grid_call_account_idx on grid_call (account_id) where answered_at is null and ended_at is null;
create index grid_call_incident_idx on grid_call (incident_id, place_code);
grant select, insert, update on grid_call to qiangcun_app;
call fence('grid_call');

-- Whom a call was brought to, rung by rung, and by which channel.
create table grid_call_notice (
  call_id    uuid not null references grid_call,
  rung       int not null check (rung >= 0),
  channel    text not null,
  place_code varchar(18) collate "C" not null references place,
  to_place   varchar(18) collate "C" not null references place,
  told_at    timestamptz not null,
  primary key (call_id, rung, channel)
);
grant select, insert on grid_call_notice to qiangcun_app;
call fence('grid_call_notice');

-- How things stood at a moment; kept for ever.
create table grid_bulletin (
  bulletin_id        uuid primary key,
  place_code         varchar(18) collate "C" not null references place,
  incident_id        uuid not null,
  concern_id         uuid not null,
  number             int not null check (number > 0),
  compiled_at        timestamptz not null,
  recorded_by        text not null,
  recorded_by_person text not null,
  messages           int not null check (messages >= 0),
  places             int not null check (places >= 0),
  reporting          int not null check (reporting >= 0),
  called             int not null check (called >= 0),
  unreached          int not null check (unreached between 0 and called),
  unique (concern_id, number),
  foreign key (concern_id, place_code, incident_id)
    references grid_incident_concern (concern_id, place_code, incident_id)
);
create index grid_bulletin_place_idx on grid_bulletin (place_code, compiled_at);
grant select, insert on grid_bulletin to qiangcun_app;
call fence('grid_bulletin');

create table grid_bulletin_line (
  bulletin_id     uuid not null references grid_bulletin,
  place_code      varchar(18) collate "C" not null references place,
  concern_id      uuid not null references grid_incident_concern,
  said_at         timestamptz,
  affected        int,
  in_danger       int,
  evacuated       int,
  injured         int,
  missing         int,
  dead            int,
  hazards_found   int,
  hazards_removed int,
  houses          int,
  crops           int,
  livestock       int,
  primary key (bulletin_id, place_code)
);
grant select, insert on grid_bulletin_line to qiangcun_app;
call fence('grid_bulletin_line');

insert into role_authority (role, authority) values
  ('COUNTY', 'grid.incident.read'), ('COUNTY', 'grid.incident.report'), ('COUNTY', 'grid.incident.command'),
  ('TOWNSHIP', 'grid.incident.read'), ('TOWNSHIP', 'grid.incident.report'), ('TOWNSHIP', 'grid.incident.command'),
  ('VILLAGE', 'grid.incident.read'), ('VILLAGE', 'grid.incident.report'),
  ('GRID', 'grid.incident.read'), ('GRID', 'grid.incident.report');

insert into rule_parameter (code, valid_from, amount, basis, source) values
  ('grid.incident.first-report-minutes', '2020-01-01', 60, 'DESIGN', '强村：参照地方防汛预案“险情1小时内报上一级”的做法，由县级按本地预案调整'),
  ('grid.incident.follow-up-hours', '2020-01-01', 24, 'LAW', '《自然灾害救助条例》第十七条：灾情稳定前，应当每日逐级上报灾情'),
  ('grid.incident.answer-minutes', '2020-01-01', 10, 'DESIGN', '强村：点名后本岗位确认的时限，由县级按本地预案调整'),
  ('grid.incident.climb-minutes', '2020-01-01', 10, 'DESIGN', '强村：未确认的点名逐级上提的间隔，由县级按本地预案调整'),
  ('grid.incident.bulletin-minutes', '2020-01-01', 60, 'DESIGN', '强村：情况快报自动汇编的间隔，由县级按本地预案调整'),
  ('grid.incident.purge-months', '2020-01-01', 6, 'LAW', '《突发事件应对法》（2024年修订）第八十四条、第八十五条：为应对突发事件收集的个人信息只用于应对工作，工作结束后应予销毁；六个月为系统默认期限，可按本地规定缩短');

insert into warning_step (rule_code, working_days, valid_from, level, holder_level, basis_kind, basis_text) values
  ('grid.incident-silent', 0, '2020-01-01', 'ORANGE', 'TOWNSHIP', 'DESIGN', '应急期间超过时限未报情况的，当日由上一级核实，可按本地预案调整'),
  ('grid.incident-silent', 1, '2020-01-01', 'RED', 'COUNTY', 'DESIGN', '超过时限一个工作日仍未报情况的，由县级核实，可按本地预案调整'),
  ('grid.incident-unreached', 0, '2020-01-01', 'ORANGE', 'TOWNSHIP', 'DESIGN', '应急点名超过时限未确认的，当日由上一级以其他方式联系，可按本地预案调整'),
  ('grid.incident-unreached', 1, '2020-01-01', 'RED', 'COUNTY', 'DESIGN', '超过时限一个工作日仍未联系上的，由县级处置，可按本地预案调整');
