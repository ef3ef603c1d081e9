-- Words in which people tell of an emergency, or complain of an authority: data, which a county adds to or takes back.
create table services_hint (
  hint_id            uuid primary key default gen_random_uuid(),
  within             varchar(18) collate "C" references place,
  kind               text not null check (kind in ('EMERGENCY', 'PETITION')),
  words              text not null check (length(words) between 2 and 20),
  -- for an emergency: whom to call first, and which kind of event it is for the grid
  call               text check (call ~ '^[0-9]{3,5}$'),
  event_kind         text check (event_kind ~ '^[0-9]{4}$'),
  basis              text not null check (basis <> ''),
  valid_from         date not null,
  withdrawn_on       date,
  withdrawn_reason   text not null default '',
  recorded_by_person text not null default 'system',
  check ((kind = 'EMERGENCY') = (call is not null) and (kind = 'EMERGENCY') = (event_kind is not null)),
  check ((withdrawn_on is null) = (withdrawn_reason = ''))
);
create unique index services_hint_words_key on services_hint (kind, words, within) nulls not distinct;
create index services_hint_within_idx on services_hint (within) where within is not null;
grant select, insert, update on services_hint to qiangcun_app;
alter table services_hint enable row level security;
alter table services_hint force row level security;
create policy services_hint_read on services_hint for select to qiangcun_app using (true);
create policy services_hint_insert on services_hint for insert to qiangcun_app with check (
  within >= current_setting('qiangcun.wlo', true) collate "C" and within < current_setting('qiangcun.whi', true) collate "C");
create policy services_hint_update on services_hint for update to qiangcun_app using (
  within >= current_setting('qiangcun.wlo', true) collate "C" and within < current_setting('qiangcun.whi', true) collate "C");

-- Whom one calls, shown in this order.
create table services_call (
  number   text primary key check (number ~ '^[0-9]{3,5}$'),
  position int not null unique,
  name     text not null check (name <> ''),
  basis    text not null check (basis <> '')
);
grant select on services_call to qiangcun_app;
insert into services_call (number, position, name, basis) values
  ('110', 1, '报警', '全国统一报警电话'), ('119', 2, '火警', '全国统一火警电话'),
  ('120', 3, '急救', '全国统一医疗急救电话'), ('12345', 4, '政务服务便民热线', '全国统一政务服务便民热线');

insert into services_hint (kind, words, call, event_kind, basis, valid_from)
select 'EMERGENCY', words, call, event_kind, basis, date '2020-01-01'
from (values
  ('着火', '119', '0404', '强村：参考词，可按本地规定增减'), ('起火', '119', '0404', '强村：参考词，可按本地规定增减'),
  ('火灾', '119', '0404', '强村：参考词，可按本地规定增减'), ('爆炸', '119', '0203', '强村：参考词，可按本地规定增减'),
  ('煤气泄漏', '119', '0203', '强村：参考词，可按本地规定增减'), ('燃气泄漏', '119', '0203', '强村：参考词，可按本地规定增减'),
  ('一氧化碳', '120', '0203', '强村：参考词，可按本地规定增减'), ('煤气中毒', '120', '0203', '强村：参考词，可按本地规定增减'),
  ('昏迷', '120', '0801', '强村：参考词，可按本地规定增减'), ('不省人事', '120', '0801', '强村：参考词，可按本地规定增减'),
  ('喝农药', '120', '0801', '强村：参考词，可按本地规定增减'), ('溺水', '120', '1101', '强村：参考词，可按本地规定增减'),
  ('被困', '119', '1101', '强村：参考词，可按本地规定增减'), ('房子塌', '119', '0201', '强村：参考词，可按本地规定增减'),
  ('房屋倒塌', '119', '0201', '强村：参考词，可按本地规定增减'), ('电线断', '119', '0202', '强村：参考词，可按本地规定增减'),
  ('自杀', '110', '0801', '强村：参考词，可按本地规定增减'), ('轻生', '110', '0801', '强村：参考词，可按本地规定增减'),
  ('孩子丢了', '110', '0803', '《中华人民共和国未成年人保护法》第十一条'), ('孩子走失', '110', '0803', '《中华人民共和国未成年人保护法》第十一条'),
  ('孩子不见了', '110', '0803', '《中华人民共和国未成年人保护法》第十一条'), ('打孩子', '110', '0803', '《中华人民共和国未成年人保护法》第十一条'),
  ('虐待儿童', '110', '0803', '《中华人民共和国未成年人保护法》第十一条'), ('老人走失', '110', '0801', '强村：参考词，可按本地规定增减'),
  ('有人打人', '110', '0101', '强村：参考词，可按本地规定增减'), ('家暴', '110', '0104', '强村：参考词，可按本地规定增减')
) as words (words, call, event_kind, basis);
insert into services_hint (kind, words, basis, valid_from)
select 'PETITION', words, '强村：参考词，可按本地规定增减；是不是信访由工作人员确认', date '2022-05-01'
from unnest(array['信访', '上访', '举报', '检举', '控告', '投诉干部', '乱收费', '不作为', '贪污', '截留', '挪用', '优亲厚友', '打击报复',
  '侵占集体']) words;

insert into rule_parameter (code, valid_from, amount, basis, source, article) values
  ('services.petition.tell-days', '2022-05-01', 15, 'LAW', '《信访工作条例》', '第二十三条'),
  ('services.petition.settle-days', '2022-05-01', 60, 'LAW', '《信访工作条例》', '第三十四条'),
  ('services.petition.extension-days', '2022-05-01', 30, 'LAW', '《信访工作条例》', '第三十四条'),
  ('services.petition.review-ask-days', '2022-05-01', 30, 'LAW', '《信访工作条例》', '第三十五条'),
  ('services.petition.review-days', '2022-05-01', 30, 'LAW', '《信访工作条例》', '第三十五条'),
  ('services.petition.recheck-ask-days', '2022-05-01', 30, 'LAW', '《信访工作条例》', '第三十六条'),
  ('services.petition.recheck-days', '2022-05-01', 30, 'LAW', '《信访工作条例》', '第三十六条');

-- A complaint about an authority is a petition, with clocks of its own, and never comes to whom it is about.
alter table services_request
  add petition_about varchar(18) collate "C" references place,
  add petition_since timestamptz,
  add urgent boolean not null default false,
  drop constraint services_request_purpose_check,
  add constraint services_request_purpose_check check (purpose in ('QUESTION', 'APPLICATION', 'PROBLEM', 'PETITION')),
  add constraint services_request_petition check ((purpose = 'PETITION') = (petition_since is not null)
    and (petition_about is null or petition_since is not null)),
  add constraint services_request_not_to_whom_it_is_about
    check (petition_about is null or holder_place is null or not starts_with(holder_place, petition_about));
create index services_request_petition_idx on services_request (place_code, applied_at) where purpose = 'PETITION';
insert into services_request_allowed (kind, from_state, to_state) values
  ('PETITION', 'APPLIED', 'APPLIED'), ('PETITION', 'NONE', 'APPLIED');

create or replace function services_fix_request() returns trigger language plpgsql as $$
begin
  if (new.request_id, new.place_code, new.receipt, new.channel, new.item_code, new.item_version, new.legal_days,
        new.promised_days, new.matter, new.applicant, new.phone, new.agent_name, new.agent_basis, new.applied_at, new.urgent)
      is distinct from (old.request_id, old.place_code, old.receipt, old.channel, old.item_code, old.item_version,
        old.legal_days, old.promised_days, old.matter, old.applicant, old.phone, old.agent_name, old.agent_basis,
        old.applied_at, old.urgent)
      -- a petition may be recognised later, and stays one
      or new.purpose is distinct from old.purpose and (new.purpose <> 'PETITION' or old.accepted_at is not null)
      or old.petition_since is not null
        and (new.petition_since, new.petition_about) is distinct from (old.petition_since, old.petition_about)
      or old.supplement is not null and new.supplement is distinct from old.supplement
      or old.decided_at is not null and (new.decided_at, new.decided_by, new.decided_person, new.outcome, new.result)
        is distinct from (old.decided_at, old.decided_by, old.decided_person, old.outcome, old.result) then
    raise exception 'what was said about request % stays', old.request_id using errcode = 'check_violation';
  end if;
  return new;
end
$$;

insert into role_authority (role, authority) values ('COUNTY', 'services.hint.write');
