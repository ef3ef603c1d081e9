-- what an organisation held; the row holds the edition that counts, earlier ones are in party_activity_edition
create table party_activity (
  activity_id        uuid primary key,
  version            bigint not null,
  created_at         timestamptz not null,
  created_by         text not null,
  changed_at         timestamptz not null,
  changed_by         text not null,
  place_code         varchar(18) collate "C" not null references place,
  organisation_id    uuid not null,
  status             text not null check (status in ('DRAFT', 'SUBMITTED', 'WITHDRAWN', 'DISCARDED')),
  kind               text not null check (kind in ('MEMBERS_MEETING', 'COMMITTEE_MEETING', 'GROUP_MEETING', 'LECTURE',
    'THEME_DAY', 'ORG_LIFE_MEETING', 'DEMOCRATIC_REVIEW', 'TALK', 'TRAINING')),
  held_on            date not null,
  starts_at          time,
  venue              text not null,
  topic              text not null,
  host               text not null,
  recorder           text not null,
  expected_count     integer check (expected_count >= 0),
  present_count      integer check (present_count >= 0),
  absences           text not null,
  summary            text not null,
  decisions          text not null,
  hours              numeric(5, 1) check (hours > 0),
  edition            integer not null check (edition >= 1),
  edition_reason     text not null,
  recorded_at        timestamptz not null,
  recorded_by        text not null,
  recorded_by_person text not null,
  makes_up_for       uuid,
  ended_at           timestamptz,
  ended_by           text,
  ended_by_person    text,
  end_reason         text not null,
  decision_count     integer not null generated always as (regexp_count(decisions, '[^\n]*\S[^\n]*')) stored,
  check (present_count <= expected_count),
  check (status <> 'SUBMITTED' or (topic <> '' and present_count is not null and expected_count is not null)),
  check ((edition > 1) = (edition_reason <> '')),
  check ((status in ('WITHDRAWN', 'DISCARDED')) = (ended_at is not null)),
  foreign key (organisation_id, place_code) references party_organisation (organisation_id, place_code),
  constraint party_activity_in_place_key unique (activity_id, place_code)
);
create index party_activity_by_place on party_activity (place_code, held_on);
create index party_activity_by_organisation on party_activity (organisation_id, kind, held_on desc);
create index party_activity_by_day on party_activity (held_on desc, activity_id);
grant select, insert, update on table party_activity to qiangcun_app;
call fence('party_activity');

create table party_activity_edition (
  edition_id         uuid primary key,
  activity_id        uuid not null,
  place_code         varchar(18) collate "C" not null references place,
  edition            integer not null,
  kind               text not null,
  held_on            date not null,
  starts_at          time,
  venue              text not null,
  topic              text not null,
  host               text not null,
  recorder           text not null,
  expected_count     integer,
  present_count      integer,
  absences           text not null,
  summary            text not null,
  decisions          text not null,
  hours              numeric(5, 1),
  edition_reason     text not null,
  recorded_at        timestamptz not null,
  recorded_by        text not null,
  recorded_by_person text not null,
  constraint party_activity_edition_key unique (activity_id, edition),
  foreign key (activity_id, place_code) references party_activity (activity_id, place_code)
);
-- no update is granted: what a record once said stays as it was
grant select, insert on table party_activity_edition to qiangcun_app;
call fence('party_activity_edition');
