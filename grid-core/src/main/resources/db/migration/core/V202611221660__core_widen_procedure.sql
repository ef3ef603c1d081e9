-- What was entered long after it happened waits for the place above.
alter table procedure_act
  add confirm_place       varchar(18) collate "C" references place,
  add confirmed_at        timestamptz,
  add confirmed_by        text,
  add confirmed_by_person text,
  add check (confirmed_at is null or confirm_place is not null);
create index procedure_act_confirm_idx on procedure_act (confirm_place)
  where confirmed_at is null and withdrawn_at is null and confirm_place is not null;

-- The organisation for which a case was started, where it was for one.
alter table procedure_case add unit uuid;

-- Steps of which only those who act, and those above them, may know.
alter table procedure_step add secret boolean not null default false;

-- Nobody is twice in the same procedure at a time, wherever he is recorded.
create unique index procedure_case_subject_once_key on procedure_case (template_code, subject_id)
  where state = 'OPEN' and subject_id is not null;

-- What the lists of a case ask for by when, written anew with every act from what is computed.
create table procedure_item (
  case_id     uuid not null references procedure_case,
  step_code   text not null,
  field       text not null,
  number      int not null check (number > 0),
  place_code  varchar(18) collate "C" not null references place,
  actor_place varchar(18) collate "C" not null references place,
  list        text not null,
  title       text not null,
  owner       text not null,
  due_on      date not null,
  done_on     date,
  stands      boolean not null,
  primary key (case_id, step_code, field, number)
);
create index procedure_item_owed_idx on procedure_item (place_code, due_on) where stands and done_on is null;
grant select, insert, update on procedure_item to qiangcun_app;
call fence('procedure_item');

insert into rule_parameter (code, amount, basis, source, valid_from) values
  ('core.procedure-confirm-working-days', 20, 'DESIGN', '强村默认规则：补录超过20个工作日以前的办理，须由上一级确认', '2018-01-01');

insert into warning_step (rule_code, working_days, valid_from, level, holder_level, basis_kind, basis_text) values
  ('core.procedure-item-overdue', -5, '2018-01-01', 'BLUE', 'VILLAGE', 'DESIGN', '到期前5个工作日提醒责任单位，由县级按本地规定调整'),
  ('core.procedure-item-overdue', 1, '2018-01-01', 'YELLOW', 'TOWNSHIP', 'DESIGN', '逾期第1个工作日起由上一级跟进，由县级按本地规定调整'),
  ('core.procedure-item-overdue', 11, '2018-01-01', 'RED', 'COUNTY', 'DESIGN', '逾期第11个工作日起由县级督办，由县级按本地规定调整');
