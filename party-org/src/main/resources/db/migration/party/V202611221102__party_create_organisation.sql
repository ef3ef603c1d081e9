create table party_organisation (
  organisation_id   uuid primary key,
  version           bigint not null,
  created_at        timestamptz not null,
  created_by        text not null,
  changed_at        timestamptz not null,
  changed_by        text not null,
  place_code        varchar(18) collate "C" not null references place,
  kind              text not null check (kind in ('COMMITTEE', 'WORKING_COMMITTEE', 'GENERAL_BRANCH', 'BRANCH')),
  name              text not null check (name <> ''),
  parent_id         uuid references party_organisation check (parent_id <> organisation_id),
  founded_on        date not null,
  dissolved_on      date check (dissolved_on >= founded_on),
  has_committee     boolean not null,
  has_groups        boolean not null check (not has_groups or kind = 'BRANCH'),
  full_member_count integer not null check (full_member_count >= 0),
  member_count      integer not null check (member_count >= full_member_count),
  counted_on        date not null,
  constraint party_organisation_in_place_key unique (organisation_id, place_code)
);
create unique index party_organisation_name_per_place_key on party_organisation (place_code, name) where dissolved_on is null;
create index party_organisation_parent on party_organisation (parent_id);
grant select, insert, update on table party_organisation to qiangcun_app;
call fence('party_organisation');

-- what an organisation was like from a day on; its present state is in party_organisation
create table party_organisation_change (
  change_id          uuid primary key,
  organisation_id    uuid not null,
  place_code         varchar(18) collate "C" not null,
  what               text not null check (what in ('FOUNDED', 'RENAMED', 'RESTRUCTURED', 'DISSOLVED')),
  effective_on       date not null,
  reason             text not null,
  name               text not null,
  has_committee      boolean not null,
  has_groups         boolean not null,
  full_member_count  integer not null,
  member_count       integer not null,
  counted_on         date not null,
  recorded_at        timestamptz not null,
  recorded_by        text not null,
  recorded_by_person text not null,
  foreign key (organisation_id, place_code) references party_organisation (organisation_id, place_code)
);
create index party_organisation_change_of on party_organisation_change (organisation_id, effective_on);
-- fence() allows updates; without the grant there are none: milestones stay as they were entered
grant select, insert on table party_organisation_change to qiangcun_app;
call fence('party_organisation_change');
