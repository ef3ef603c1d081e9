-- What members are to study in a year, as data.
create table party_study_target (
  audience     text not null check (audience in ('MEMBER', 'COMMITTEE')),
  valid_from   date not null,
  valid_to     date check (valid_to > valid_from),
  hours        numeric(6, 1) not null check (hours > 0),
  -- nobody is late before that month
  warn_month   int not null check (warn_month between 1 and 12),
  basis_kind   text not null check (basis_kind in ('LAW', 'PARTY_REG', 'POLICY', 'LOCAL', 'DESIGN')),
  basis_source text not null,
  basis_text   text not null,
  primary key (audience, valid_from)
);
grant select on party_study_target to qiangcun_app;
insert into party_study_target (audience, valid_from, hours, warn_month, basis_kind, basis_source, basis_text) values
  ('MEMBER', '2019-01-01', 32, 11, 'POLICY', '党员教育培训工作规划', '党员每年集中学习培训时间一般不少于32学时'),
  ('COMMITTEE', '2019-01-01', 56, 11, 'POLICY', '党员教育培训工作规划', '基层党组织书记和班子成员每年集中学习培训时间不少于56学时，至少参加1次集中培训');

create table party_training_class (
  class_id           uuid primary key,
  version            bigint not null,
  created_at         timestamptz not null,
  created_by         text not null,
  changed_at         timestamptz not null,
  changed_by         text not null,
  place_code         varchar(18) collate "C" not null references place,
  title              text not null check (title <> ''),
  kind               text not null check (kind in ('ROTATION', 'LEADERS', 'VIDEO', 'FORUM', 'READING', 'HOME', 'OTHER')),
  held_from          date not null,
  held_to            date not null,
  hours              numeric(5, 1) not null check (hours > 0),
  note               text not null,
  recorded_at        timestamptz not null,
  recorded_by        text not null,
  recorded_by_person text not null,
  check (held_to >= held_from)
);
create index party_training_class_place_idx on party_training_class (place_code, held_from);
grant select, insert, update on party_training_class to qiangcun_app;
call fence('party_training_class');

-- Who took part, kept where he belongs: his own village reads it of a class that the county held.
create table party_training_attendance (
  attendance_id      uuid primary key,
  class_id           uuid not null references party_training_class,
  place_code         varchar(18) collate "C" not null references place,
  person_id          uuid not null references person,
  class_title        text not null,
  class_kind         text not null,
  held_on            date not null,
  hours              numeric(5, 1) not null check (hours > 0),
  recorded_at        timestamptz not null,
  recorded_by        text not null,
  recorded_by_person text not null,
  withdrawn_at       timestamptz,
  withdrawn_by       text
);
create unique index party_training_attendance_once_key on party_training_attendance (class_id, person_id)
  where withdrawn_at is null;
create index party_training_attendance_person_idx on party_training_attendance (person_id, held_on) where withdrawn_at is null;
create index party_training_attendance_place_idx on party_training_attendance (place_code, held_on) where withdrawn_at is null;
grant select, insert, update on party_training_attendance to qiangcun_app;
call fence('party_training_attendance');

insert into warning_step (rule_code, working_days, valid_from, level, holder_level, basis_kind, basis_text) values
  ('party.study-behind', -60, '2018-01-01', 'BLUE', 'VILLAGE', 'DESIGN', '年末前提醒本级安排补学，由县级按本地规定调整'),
  ('party.study-behind', -10, '2018-01-01', 'YELLOW', 'TOWNSHIP', 'DESIGN', '年末前10个工作日起由上一级跟进，由县级按本地规定调整');

insert into role_authority (role, authority) values
  ('COUNTY', 'party.training.read'),
  ('TOWNSHIP', 'party.training.read'),
  ('VILLAGE', 'party.training.read'),
  ('COUNTY', 'party.training.write'),
  ('TOWNSHIP', 'party.training.write'),
  ('VILLAGE', 'party.training.write');
