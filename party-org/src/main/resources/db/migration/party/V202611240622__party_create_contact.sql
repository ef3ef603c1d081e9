-- How many households a member keeps contact with: guidance, for a village may have too few of them.
insert into party_rule (code, valid_from, amount, basis_kind, basis_source, basis_article, basis_text) values
  ('party.contact-least', '2021-01-01', 6, 'DESIGN', '强村默认规则', '',
    '参照“党员联系群众‘联系卡’”做法，每名党员联系6至8户常住户；户数不足的地方不作硬性要求，可按本地规定调整。'),
  ('party.contact-most', '2021-01-01', 8, 'DESIGN', '强村默认规则', '',
    '参照“党员联系群众‘联系卡’”做法，每名党员联系6至8户常住户；户数不足的地方不作硬性要求，可按本地规定调整。');

-- Who keeps contact with a household, from a day on and until the day before another. Ended, never deleted.
create table party_contact (
  contact_id         uuid primary key,
  place_code         varchar(18) collate "C" not null,
  household_id       uuid not null,
  person_id          uuid not null references person,
  since              date not null,
  ended_on           date check (ended_on >= since),
  ended_reason       text check (ended_reason <> ''),
  recorded_at        timestamptz not null,
  recorded_by        text not null,
  recorded_by_person text not null,
  ended_by           text,
  ended_by_person    text,
  foreign key (household_id, place_code) references household (household_id, place_code),
  check ((ended_on is null) = (ended_reason is null)),
  check ((ended_on is null) = (ended_by is null)),
  -- nobody shares a household with another on the same day
  constraint party_contact_one_at_a_time exclude using gist (household_id with =, daterange(since, ended_on) with &&)
);
create unique index party_contact_now_key on party_contact (household_id) where ended_on is null;
create index party_contact_place_idx on party_contact (place_code, person_id);
create index party_contact_person_idx on party_contact (person_id);
grant select, insert on party_contact to qiangcun_app;
grant update (ended_on, ended_reason, ended_by, ended_by_person) on party_contact to qiangcun_app;
call fence('party_contact');

-- That somebody wants his telephone number on the card, and when he changed his mind.
create table party_contact_phone (
  person_id     uuid not null references person,
  place_code    varchar(18) collate "C" not null references place,
  agreed_at     timestamptz not null,
  agreed_by     text not null,
  withdrawn_at  timestamptz,
  withdrawn_by  text,
  primary key (person_id, agreed_at),
  check ((withdrawn_at is null) = (withdrawn_by is null))
);
create unique index party_contact_phone_now_key on party_contact_phone (person_id) where withdrawn_at is null;
create index party_contact_phone_place_idx on party_contact_phone (place_code);
grant select, insert on party_contact_phone to qiangcun_app;
grant update (withdrawn_at, withdrawn_by) on party_contact_phone to qiangcun_app;
call fence('party_contact_phone');

-- What visits are about.
create table party_contact_subject (
  code     text primary key,
  position integer not null,
  label    text not null
);
grant select on party_contact_subject to qiangcun_app;
insert into party_contact_subject (code, position, label) values
  ('ecology', 1, '生态宣传'), ('policy', 2, '政策宣讲'), ('care', 3, '走访慰问'), ('disputes', 4, '矛盾排查'),
  ('errand', 5, '帮办代办'), ('other', 6, '其他');

-- A visit, or a round of visits on a day. Who went is named as he was called then; withdrawn, never deleted.
create table party_contact_visit (
  visit_id           uuid primary key,
  place_code         varchar(18) collate "C" not null references place,
  visited_on         date not null,
  person_id          uuid not null references person,
  visitor            text not null,
  subject            text not null references party_contact_subject,
  households         integer not null check (households > 0),
  note               text not null,
  asked              text not null,
  recorded_at        timestamptz not null,
  recorded_by        text not null,
  recorded_by_person text not null,
  withdrawn_at       timestamptz,
  withdrawn_by       text,
  withdrawn_reason   text,
  check ((withdrawn_at is null) = (withdrawn_by is null)),
  check ((withdrawn_at is null) = (withdrawn_reason is null))
);
create index party_contact_visit_place_idx on party_contact_visit (place_code, visited_on);
create index party_contact_visit_person_idx on party_contact_visit (person_id);
grant select, insert on party_contact_visit to qiangcun_app;
grant update (withdrawn_at, withdrawn_by, withdrawn_reason) on party_contact_visit to qiangcun_app;
call fence('party_contact_visit');

-- The households of a visit, where they were named.
create table party_contact_visited (
  visit_id     uuid not null,
  household_id uuid not null,
  place_code   varchar(18) collate "C" not null,
  primary key (visit_id, household_id),
  foreign key (visit_id) references party_contact_visit,
  foreign key (household_id, place_code) references household (household_id, place_code)
);
create index party_contact_visited_household_idx on party_contact_visited (household_id);
grant select, insert on party_contact_visited to qiangcun_app;
call fence('party_contact_visited');

insert into role_authority (role, authority) values
  ('COUNTY', 'party.contact.read'),
  ('COUNTY', 'party.contact.write'),
  ('TOWNSHIP', 'party.contact.read'),
  ('TOWNSHIP', 'party.contact.write'),
  ('VILLAGE', 'party.contact.read'),
  ('VILLAGE', 'party.contact.write');
