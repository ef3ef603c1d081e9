-- Service centres of the three levels: where people come, when it is open, what it is there for.

create table services_centre (
  centre_id          uuid primary key,
  version            bigint not null,
  place_code         varchar(18) collate "C" not null references place,
  -- a place has one centre; points are what it has besides
  kind               text not null check (kind in ('CENTRE', 'POINT')),
  name               text not null check (name <> '' and name = btrim(name)),
  address            text not null check (address <> ''),
  phone              text not null,
  -- days of the week, 1 is Monday
  open_days          text not null check (open_days ~ '^1?2?3?4?5?6?7?$'),
  open_from          time,
  open_until         time check (open_until > open_from),
  open_note          text not null,
  functions          text[] not null,
  state              text not null check (state in ('BUILDING', 'IN_USE', 'CLOSED')),
  opened_on          date,
  closed_on          date check (closed_on >= opened_on),
  closed_reason      text not null,
  recorded_at        timestamptz not null,
  recorded_by        text not null,
  recorded_by_person text not null,
  unique (centre_id, place_code),
  check ((open_from is null) = (open_until is null)),
  check ((open_days = '') = (open_from is null)),
  check (state <> 'IN_USE' or opened_on is not null),
  check ((state = 'CLOSED') = (closed_on is not null)),
  check ((state = 'CLOSED') = (closed_reason <> ''))
);
create unique index services_centre_place_key on services_centre (place_code) where kind = 'CENTRE' and state <> 'CLOSED';
create unique index services_centre_name_key on services_centre (place_code, name) where state <> 'CLOSED';
create index services_centre_state_idx on services_centre (place_code, state);
grant select, insert, update on services_centre to qiangcun_app;
call fence('services_centre');

-- What centres are for: named by the source, worded by the county. A county's own words have it in "within".
create table services_function (
  function_code text not null check (function_code ~ '^[a-z][a-z0-9-]{1,39}$'),
  within        varchar(18) collate "C" not null default '',
  position      int not null,
  title         text not null check (title <> ''),
  explanation   text not null,
  retired       boolean not null default false,
  recorded_at        timestamptz not null default now(),
  recorded_by        text not null default 'system',
  recorded_by_person text not null default 'system',
  primary key (function_code, within)
);
grant select, insert, update on services_function to qiangcun_app;
insert into services_function (function_code, position, title, explanation) values
  ('politics', 10, '政治引领', ''),
  ('service', 20, '为民服务', ''),
  ('governance', 30, '基层治理', '');

create table services_centre_staff (
  staff_id           uuid primary key,
  centre_id          uuid not null,
  place_code         varchar(18) collate "C" not null,
  name               text not null check (name <> '' and name = btrim(name)),
  duty               text not null check (duty <> ''),
  -- the phone of the post, which anybody may know
  phone              text not null,
  since              date not null,
  until              date check (until >= since),
  recorded_at        timestamptz not null,
  recorded_by        text not null,
  recorded_by_person text not null,
  foreign key (centre_id, place_code) references services_centre (centre_id, place_code)
);
create index services_centre_staff_place_idx on services_centre_staff (place_code, centre_id);
grant select, insert, update (until) on services_centre_staff to qiangcun_app;
call fence('services_centre_staff');

-- An example to others, for as long as its county says so.
create table services_centre_tag (
  tag_id             uuid primary key,
  centre_id          uuid not null,
  place_code         varchar(18) collate "C" not null,
  awarded_on         date not null,
  basis              text not null check (basis <> ''),
  revoked_on         date check (revoked_on >= awarded_on),
  revoked_reason     text not null,
  recorded_at        timestamptz not null,
  recorded_by        text not null,
  recorded_by_person text not null,
  foreign key (centre_id, place_code) references services_centre (centre_id, place_code),
  check ((revoked_on is null) = (revoked_reason = ''))
);
create unique index services_centre_tag_key on services_centre_tag (centre_id) where revoked_on is null;
create index services_centre_tag_place_idx on services_centre_tag (place_code, centre_id);
grant select, insert, update (revoked_on, revoked_reason) on services_centre_tag to qiangcun_app;
call fence('services_centre_tag');

create table services_centre_visit (
  visit_id           uuid primary key,
  centre_id          uuid not null,
  place_code         varchar(18) collate "C" not null,
  visited_on         date not null,
  visitors           text not null check (visitors <> ''),
  people             int not null check (people between 1 and 5000),
  topic              text not null,
  voided_on          date,
  voided_reason      text not null,
  recorded_at        timestamptz not null,
  recorded_by        text not null,
  recorded_by_person text not null,
  foreign key (centre_id, place_code) references services_centre (centre_id, place_code),
  check ((voided_on is null) = (voided_reason = ''))
);
create index services_centre_visit_place_idx on services_centre_visit (place_code, visited_on);
grant select, insert, update (voided_on, voided_reason) on services_centre_visit to qiangcun_app;
call fence('services_centre_visit');

insert into role_authority (role, authority) values
  ('VILLAGE', 'services.centre.read'), ('VILLAGE', 'services.centre.write'),
  ('TOWNSHIP', 'services.centre.read'), ('TOWNSHIP', 'services.centre.write'),
  ('COUNTY', 'services.centre.read'), ('COUNTY', 'services.centre.write'), ('COUNTY', 'services.centre.oversee'),
  ('AUDITOR', 'services.centre.read');
