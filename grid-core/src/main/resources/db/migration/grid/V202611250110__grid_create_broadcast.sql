-- Loudspeakers of villages. Each proves itself by a token of its own, of which only the digest is kept.
create table grid_speaker (
  speaker_id         uuid primary key,
  place_code         varchar(18) collate "C" not null references place,
  name               text not null check (name <> ''),
  spot               text not null,
  adapter            text not null check (adapter ~ '^[a-z][a-z0-9-]{1,19}$'),
  token_digest       text unique check (length(token_digest) = 64),
  seen_at            timestamptz,
  retired_on         date,
  recorded_at        timestamptz not null,
  recorded_by        text not null,
  recorded_by_person text not null,
  constraint grid_speaker_name_key unique (place_code, name),
  unique (speaker_id, place_code)
);
grant select, insert on grid_speaker to qiangcun_app;
grant update (token_digest, seen_at, retired_on) on grid_speaker to qiangcun_app;
call fence('grid_speaker');

-- A message: written by one, checked by another.
create table grid_broadcast (
  broadcast_id       uuid primary key,
  place_code         varchar(18) collate "C" not null references place,
  title              text not null check (title <> ''),
  words              text not null check (words <> '' and length(words) <= 500),
  emergency          boolean not null,
  speak_at           timestamptz not null,
  expires_at         timestamptz not null check (expires_at > speak_at),
  targets            text[] not null check (cardinality(targets) > 0),
  status             text not null default 'WRITTEN' check (status in ('WRITTEN', 'QUEUED', 'REFUSED', 'STOPPED')),
  recorded_at        timestamptz not null,
  recorded_by        text not null,
  recorded_by_person text not null,
  checked_at         timestamptz,
  checked_by         text,
  checked_by_person  text,
  check_note         text,
  stopped_at         timestamptz,
  stopped_by         text,
  stopped_by_person  text,
  stopped_reason     text check (stopped_reason <> ''),
  check ((status = 'WRITTEN') <= (checked_at is null)),
  check (status not in ('QUEUED', 'REFUSED') or checked_by is not null),
  -- nobody sends alone
  constraint grid_broadcast_two_people
    check (checked_by is null or checked_by <> recorded_by and checked_by_person <> recorded_by_person),
  check ((status = 'STOPPED') = (stopped_at is not null) and (stopped_at is null) = (stopped_reason is null))
);
create index grid_broadcast_place_idx on grid_broadcast (place_code, speak_at);
grant select, insert on grid_broadcast to qiangcun_app;
grant update (status, checked_at, checked_by, checked_by_person, check_note, stopped_at, stopped_by, stopped_by_person,
  stopped_reason) on grid_broadcast to qiangcun_app;
call fence('grid_broadcast');

-- A message at one speaker, with its words, so that the place of the speaker sees what was spoken there.
create table grid_broadcast_delivery (
  delivery_id  uuid primary key default gen_random_uuid(),
  place_code   varchar(18) collate "C" not null,
  speaker_id   uuid not null,
  broadcast_id uuid not null references grid_broadcast,
  title        text not null,
  words        text not null,
  emergency    boolean not null,
  speak_at     timestamptz not null,
  expires_at   timestamptz not null,
  state        text not null default 'WAITING'
    check (state in ('WAITING', 'BEGUN', 'SPOKEN', 'FAILED', 'EXPIRED', 'UNKNOWN', 'STOPPED')),
  attempts     int not null default 0,
  begun_at     timestamptz,
  ended_at     timestamptz,
  said         text not null default '',
  unique (broadcast_id, speaker_id),
  foreign key (speaker_id, place_code) references grid_speaker (speaker_id, place_code),
  -- what has expired is not spoken late
  constraint grid_broadcast_delivery_in_time check (begun_at is null or begun_at >= speak_at and begun_at < expires_at),
  check (state not in ('BEGUN', 'SPOKEN', 'UNKNOWN') or begun_at is not null)
);
create index grid_broadcast_delivery_due_idx on grid_broadcast_delivery (speaker_id, speak_at) where state in ('WAITING', 'BEGUN');
create index grid_broadcast_delivery_place_idx on grid_broadcast_delivery (place_code, speak_at);
grant select, insert on grid_broadcast_delivery to qiangcun_app;
grant update (state, attempts, begun_at, ended_at, said) on grid_broadcast_delivery to qiangcun_app;
call fence('grid_broadcast_delivery');

insert into rule_parameter (code, valid_from, amount, basis, source) values
  ('grid.broadcast.silent-hours', '2020-01-01', 24, 'DESIGN', '强村：广播终端超过24小时没有连接的视为失联，由县级按本地情况调整'),
  ('grid.broadcast.attempts', '2020-01-01', 3, 'DESIGN', '强村：一条广播播放失败的最多再试到3次，由县级按本地情况调整'),
  ('grid.broadcast.unknown-minutes', '2020-01-01', 15, 'DESIGN', '强村：终端开始播放后15分钟没有回执的记为结果不明，不自动重播，由县级按本地情况调整');

insert into warning_step (rule_code, working_days, valid_from, level, holder_level, basis_kind, basis_text) values
  ('grid.broadcast-silent', 0, '2020-01-01', 'BLUE', 'VILLAGE', 'DESIGN', '广播终端失联的，由所在地检查电源和网络，可按本地规定调整'),
  ('grid.broadcast-silent', 5, '2020-01-01', 'YELLOW', 'TOWNSHIP', 'DESIGN', '广播终端失联一周的，由上一级跟进，可按本地规定调整');

insert into role_authority (role, authority) values
  ('COUNTY', 'grid.broadcast.read'), ('COUNTY', 'grid.broadcast.write'), ('COUNTY', 'grid.broadcast.install'),
  ('TOWNSHIP', 'grid.broadcast.read'), ('TOWNSHIP', 'grid.broadcast.write'), ('TOWNSHIP', 'grid.broadcast.install'),
  ('VILLAGE', 'grid.broadcast.read'), ('VILLAGE', 'grid.broadcast.write');
