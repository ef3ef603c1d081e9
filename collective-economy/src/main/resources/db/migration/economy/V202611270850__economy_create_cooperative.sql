-- Cooperatives that branches of the Party lead, and the federations of townships that own them. What ends stays, with its day.

create table economy_cooperative (
  cooperative_id     uuid primary key,
  version            bigint not null,
  created_at         timestamptz not null,
  created_by         text not null,
  changed_at         timestamptz not null,
  changed_by         text not null,
  place_code         varchar(18) collate "C" not null references place,
  kind               text not null check (kind in ('COOPERATIVE', 'FEDERATION')),
  name               text not null check (name <> '' and name = btrim(name)),
  -- an organisation of the Party; its module keeps it, here it is known by id and by what it was called
  branch_id          uuid,
  branch_name        text not null,
  industry           text not null check (industry in
    ('PLANTING', 'LIVESTOCK', 'FORESTRY', 'PROCESSING', 'MACHINERY', 'TRADE', 'TOURISM', 'SERVICE', 'OTHER')),
  founded_on         date not null,
  credit_code        text not null check (credit_code = '' or length(credit_code) = 18),
  mode               text not null check (mode in ('HOUSEHOLDS', 'ENTERPRISE', 'BASE', 'LAND', 'OTHER')),
  book_id            uuid,
  development        text not null,
  operation          text not null,
  equity             text not null,
  joining            text not null,
  -- not a key of this place: the federation lies in the township above
  federation_id      uuid references economy_cooperative,
  federation_name    text not null,
  state              text not null check (state in ('ACTIVE', 'DISSOLVED')),
  dissolved_on       date,
  dissolved_reason   text not null,
  recorded_at        timestamptz not null,
  recorded_by        text not null,
  recorded_by_person text not null,
  foreign key (book_id, place_code) references economy_book (book_id, place_code),
  unique (cooperative_id, place_code),
  check ((kind = 'FEDERATION') = (length(place_code) = 9)),
  check (kind = 'COOPERATIVE' or federation_id is null),
  check ((state = 'DISSOLVED') = (dissolved_on is not null)),
  check (state = 'ACTIVE' or dissolved_reason <> '')
);
create index economy_cooperative_place_idx on economy_cooperative (place_code, state);
create unique index economy_cooperative_name_key on economy_cooperative (place_code, name) where state = 'ACTIVE';
create unique index economy_cooperative_code_key on economy_cooperative (place_code, credit_code)
  where state = 'ACTIVE' and credit_code <> '';
create index economy_cooperative_federation_idx on economy_cooperative (federation_id) where federation_id is not null;
create index economy_cooperative_book_idx on economy_cooperative (book_id) where book_id is not null;
grant select, insert, update on economy_cooperative to qiangcun_app;
call fence('economy_cooperative');

-- Whom a cooperative sets an example for, by whose word, until that is taken back.
create table economy_cooperative_tag (
  tag_id         uuid primary key,
  cooperative_id uuid not null,
  place_code     varchar(18) collate "C" not null,
  level          text not null check (level in ('NATIONAL', 'PROVINCE', 'PREFECTURE', 'COUNTY')),
  awarded_by     text not null check (awarded_by <> ''),
  awarded_on     date not null,
  revoked_on     date check (revoked_on >= awarded_on),
  revoked_reason text not null,
  recorded_at        timestamptz not null,
  recorded_by        text not null,
  recorded_by_person text not null,
  foreign key (cooperative_id, place_code) references economy_cooperative (cooperative_id, place_code),
  check ((revoked_on is null) = (revoked_reason = ''))
);
create index economy_cooperative_tag_place_idx on economy_cooperative_tag (place_code);
create unique index economy_cooperative_tag_key on economy_cooperative_tag (cooperative_id, level) where revoked_on is null;
grant select, insert, update (revoked_on, revoked_reason) on economy_cooperative_tag to qiangcun_app;
call fence('economy_cooperative_tag');

-- An enterprise that a cooperative works with: what was agreed, whose share is how much, who gets what of it.
create table economy_cooperative_partner (
  partner_id     uuid primary key,
  cooperative_id uuid not null,
  place_code     varchar(18) collate "C" not null,
  enterprise     text not null check (enterprise <> ''),
  credit_code    text not null check (credit_code = '' or length(credit_code) = 18),
  agreement      text not null check (agreement <> ''),
  from_on        date not null,
  until_on       date check (until_on >= from_on),
  -- of the cooperative and its members in the venture
  share_percent  numeric(6, 3) not null check (share_percent >= 0 and share_percent <= 100),
  benefit_rule   text not null check (benefit_rule <> ''),
  ended_on       date check (ended_on >= from_on),
  ended_reason   text not null,
  recorded_at        timestamptz not null,
  recorded_by        text not null,
  recorded_by_person text not null,
  foreign key (cooperative_id, place_code) references economy_cooperative (cooperative_id, place_code),
  check ((ended_on is null) = (ended_reason = ''))
);
create index economy_cooperative_partner_place_idx on economy_cooperative_partner (place_code);
create index economy_cooperative_partner_cooperative_idx on economy_cooperative_partner (cooperative_id);
grant select, insert, update (ended_on, ended_reason) on economy_cooperative_partner to qiangcun_app;
call fence('economy_cooperative_partner');

insert into rule_parameter (code, valid_from, amount, basis, source, article, wording, least) values
  ('economy.cooperative.section-least', '2020-01-01', 20, 'DESIGN', '', '', '发展模式、运营方式、股权设置、群众入社四方面每一方面至少写多少字才算写清，可按本地规定调整', 1),
  ('economy.cooperative.section-days', '2020-01-01', 90, 'DESIGN', '', '', '成立后多少天内写清四方面规范，可按本地规定调整', 0),
  ('economy.cooperative.cover-days', '2026-01-01', 365, 'DESIGN', '', '', '党支部领办合作社全覆盖的期限，从这一天起计算，可按本地规定调整', 0);

insert into warning_step (rule_code, working_days, valid_from, level, holder_level, basis_kind, basis_text) values
  ('economy.cooperative-missing', -60, '2020-01-01', 'BLUE', 'TOWNSHIP', 'DESIGN', '还没有领办合作社的提醒，可按本地规定调整'),
  ('economy.cooperative-missing', 1, '2020-01-01', 'YELLOW', 'COUNTY', 'DESIGN', '到期仍没有领办合作社的，由上一级指导，可按本地规定调整'),
  ('economy.cooperative-incomplete', -20, '2020-01-01', 'BLUE', 'VILLAGE', 'DESIGN', '四方面规范还没有写清的提醒，可按本地规定调整'),
  ('economy.cooperative-incomplete', 20, '2020-01-01', 'YELLOW', 'TOWNSHIP', 'DESIGN', '逾期一个月仍没有写清的，由上一级指导，可按本地规定调整');

insert into role_authority (role, authority) values
  ('VILLAGE', 'economy.cooperative.read'), ('VILLAGE', 'economy.cooperative.write'),
  ('TOWNSHIP', 'economy.cooperative.read'), ('TOWNSHIP', 'economy.cooperative.write'), ('TOWNSHIP', 'economy.cooperative.oversee'),
  ('COUNTY', 'economy.cooperative.read'), ('COUNTY', 'economy.cooperative.oversee'), ('AUDITOR', 'economy.cooperative.read');
