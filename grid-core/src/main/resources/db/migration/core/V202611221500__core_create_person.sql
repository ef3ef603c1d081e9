-- Which key the encrypted columns were written under, so that no other is used by mistake; tells nothing of the key.
create table people_key (
  only_row    boolean primary key check (only_row),
  fingerprint bytea not null
);
grant select, insert on people_key to qiangcun_app;

create table household (
  household_id uuid primary key,
  version      bigint not null,
  created_at   timestamptz not null,
  created_by   text not null,
  changed_at   timestamptz not null,
  changed_by   text not null,
  place_code   varchar(18) collate "C" not null references place,
  number       text not null check (number <> ''),
  address      text not null,
  constraint household_number_per_place_key unique (place_code, number),
  constraint household_in_place_key unique (household_id, place_code)
);
grant select, insert, update on household to qiangcun_app;
call fence('household');

-- A person, once. What identifies him to the state and his telephone are encrypted by the application; the digest is
-- keyed and serves equality only.
create table person (
  person_id       uuid primary key,
  version         bigint not null,
  created_at      timestamptz not null,
  created_by      text not null,
  changed_at      timestamptz not null,
  changed_by      text not null,
  place_code      varchar(18) collate "C" not null references place,
  name            text not null check (name <> ''),
  sex             text not null check (sex in ('FEMALE', 'MALE')),
  born_on         date not null check (born_on >= '1900-01-01'),
  education       text not null check (education in
                    ('PRIMARY', 'JUNIOR_SECONDARY', 'SENIOR_SECONDARY', 'COLLEGE', 'BACHELOR', 'MASTER')),
  ethnic_group    text check (ethnic_group <> ''),
  household_id    uuid,
  identity_number bytea,
  identity_digest bytea constraint person_identity_key unique,
  phone           bytea,
  moving_to       varchar(18) collate "C" references place,
  left_on         date check (left_on >= born_on),
  left_to         text,
  died_on         date check (died_on >= born_on),
  foreign key (household_id, place_code) references household (household_id, place_code),
  check ((identity_number is null) = (identity_digest is null)),
  check ((left_on is null) = (left_to is null)),
  check (moving_to is null or left_on is null and died_on is null)
);
create index person_place_idx on person (place_code, name);
create index person_household_idx on person (household_id) where household_id is not null;
create index person_moving_idx on person (moving_to) where moving_to is not null;
grant select, insert, update on person to qiangcun_app;
call fence('person');

-- The place somebody is handed over to sees him coming and takes him in; until then he counts where he was.
create policy person_coming on person for select to qiangcun_app using (
  moving_to >= current_setting('qiangcun.lo', true) collate "C"
  and moving_to < current_setting('qiangcun.hi', true) collate "C");
create policy person_received on person for update to qiangcun_app using (
  moving_to >= current_setting('qiangcun.wlo', true) collate "C"
  and moving_to < current_setting('qiangcun.whi', true) collate "C");
insert into role_authority (role, authority) values
  ('COUNTY', 'core.people.read'),
  ('COUNTY', 'core.people.write'),
  ('COUNTY', 'core.people.reveal'),
  ('TOWNSHIP', 'core.people.read'),
  ('TOWNSHIP', 'core.people.write'),
  ('TOWNSHIP', 'core.people.reveal'),
  ('VILLAGE', 'core.people.read'),
  ('VILLAGE', 'core.people.write'),
  ('VILLAGE', 'core.people.reveal');
