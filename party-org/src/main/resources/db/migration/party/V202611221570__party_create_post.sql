-- Who holds which post, in two tracks that are never mixed: posts in the Party's committee of a village, which the
-- Party fills and ends, and posts in the villagers' committee, which villagers elect and only the law ends.
create table party_post (
  post_id      uuid primary key,
  version      bigint not null,
  created_at   timestamptz not null,
  created_by   text not null,
  changed_at   timestamptz not null,
  changed_by   text not null,
  place_code   varchar(18) collate "C" not null references place,
  person_id    uuid not null references person,
  track        text not null check (track in ('PARTY', 'VILLAGERS')),
  role         text not null check (role in ('HEAD', 'DEPUTY', 'ORDINARY')),
  -- sent by a level above; such a secretary need not head the villagers' committee as well
  dispatched   boolean not null check (not dispatched or track = 'PARTY'),
  since        date not null,
  ended_on     date check (ended_on >= since),
  ending       text check (ending in ('TERM_ENDED', 'RESIGNED', 'DIED', 'REMOVED', 'RECALLED', 'INCAPABLE', 'TWICE_UNFIT')),
  ended_reason text,
  check ((ended_on is null) = (ending is null)),
  -- nobody removes an elected member of the villagers' committee; nobody recalls a post of the Party
  check (track = 'PARTY' and ending not in ('RECALLED', 'INCAPABLE', 'TWICE_UNFIT') or track = 'VILLAGERS' and ending <> 'REMOVED'
    or ending is null)
);
create unique index party_post_once_key on party_post (place_code, track, person_id) where ended_on is null;
create unique index party_post_head_key on party_post (place_code, track) where ended_on is null and role = 'HEAD';
create index party_post_person_idx on party_post (person_id);
grant select, insert, update on party_post to qiangcun_app;
call fence('party_post');

-- What the committees of a village should look like; a county adds its own with "within".
create table party_structure_rule (
  code         text not null,
  valid_from   date not null,
  valid_to     date check (valid_to > valid_from),
  within       varchar(18) collate "C" not null default '',
  position     integer not null,
  title        text not null,
  body         text not null check (body in ('BOTH', 'PARTY', 'VILLAGERS')),
  feature      text not null check (feature in ('GRADUATE', 'WOMAN', 'YOUNG', 'MEMBER')),
  unit         text not null check (unit in ('PEOPLE', 'PERCENT')),
  more_than    numeric not null check (more_than >= 0),
  basis_kind   text not null check (basis_kind in ('LAW', 'PARTY_REG', 'POLICY', 'LOCAL', 'DESIGN')),
  basis_text   text not null,
  primary key (code, within, valid_from)
);
grant select on party_structure_rule to qiangcun_app;

insert into party_structure_rule (code, valid_from, position, title, body, feature, unit, more_than, basis_kind, basis_text) values
  ('graduate', '2021-01-01', 1, '至少1名大专以上学历', 'BOTH', 'GRADUATE', 'PEOPLE', 0, 'POLICY', '换届选举对班子结构的要求，可按本地规定调整。'),
  ('woman', '2021-01-01', 2, '至少1名女性', 'BOTH', 'WOMAN', 'PEOPLE', 0, 'POLICY', '换届选举对班子结构的要求；《村民委员会组织法》第六条：村民委员会成员中应当有妇女成员。'),
  ('young', '2021-01-01', 3, '至少1名35周岁及以下', 'BOTH', 'YOUNG', 'PEOPLE', 0, 'POLICY', '换届选举对班子结构的要求，可按本地规定调整。'),
  ('members', '2021-01-01', 4, '自治组织成员中党员超过50%', 'VILLAGERS', 'MEMBER', 'PERCENT', 50, 'POLICY', '换届选举对班子结构的要求，可按本地规定调整。');

insert into role_authority (role, authority) values
  ('COUNTY', 'party.post.read'),
  ('COUNTY', 'party.post.write'),
  ('TOWNSHIP', 'party.post.read'),
  ('TOWNSHIP', 'party.post.write'),
  ('VILLAGE', 'party.post.read');
