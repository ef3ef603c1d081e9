-- Notices of finances for those whose money it is: what came in, what went out, in plain words, and their questions with answers.
-- 《农村集体经济组织法》 art. 45 (finances are published regularly, the board answers for their truth); 农经发〔2011〕13号 (at least
-- quarterly, item by item).

-- Which accounts are money one can pay with, and what people call what moved it. The longest beginning of a code decides.
create table economy_plain_word (
  regime   text not null references economy_regime,
  account  text not null check (account ~ '^[0-9]{1,16}$'),
  money    boolean not null default false,
  -- what others owe or are owed stands here, each of them for himself
  settles  boolean not null default false,
  received text not null check (received <> ''),
  paid     text not null check (paid <> ''),
  primary key (regime, account)
);
grant select on economy_plain_word to qiangcun_app;
insert into economy_plain_word (regime, account, money, received, paid) values
  ('VILLAGE_2023', '101', true, '现金', '现金'),
  ('VILLAGE_2023', '102', true, '银行存款', '银行存款'),
  ('VILLAGE_2023', '111', false, '收回短期投资', '短期投资'),
  ('VILLAGE_2023', '112', false, '收回别人欠的钱', '垫付、借出的钱'),
  ('VILLAGE_2023', '113', false, '成员户交来的钱', '付给成员户的钱'),
  ('VILLAGE_2023', '121', false, '退回物资款', '买物资'),
  ('VILLAGE_2023', '13', false, '卖出牲畜、林木', '买牲畜、苗木'),
  ('VILLAGE_2023', '141', false, '收回长期投资', '对外投资'),
  ('VILLAGE_2023', '15', false, '处理房屋、设备', '盖房、修建、买设备'),
  ('VILLAGE_2023', '16', false, '转让无形资产', '买无形资产'),
  ('VILLAGE_2023', '2', false, '借入、预收或代收的钱', '还款或付清欠款'),
  ('VILLAGE_2023', '212', false, '退回工资', '发工资'),
  ('VILLAGE_2023', '213', false, '退回劳务费', '发劳务费'),
  ('VILLAGE_2023', '214', false, '退税', '交税'),
  ('VILLAGE_2023', '231', false, '一事一议筹资和奖补', '一事一议项目支出'),
  ('VILLAGE_2023', '241', false, '项目资金（专款专用）', '项目支出'),
  ('VILLAGE_2023', '3', false, '投入的资本、公积公益金', '退回资本、使用公积公益金'),
  ('VILLAGE_2023', '322', false, '退回分配款', '分给成员'),
  ('VILLAGE_2023', '4', false, '退回生产费用', '生产、劳务费用'),
  ('VILLAGE_2023', '501', false, '发包、出租、经营收入', '退回经营收入'),
  ('VILLAGE_2023', '502', false, '投资分红', '投资亏损'),
  ('VILLAGE_2023', '503', false, '上级补助', '退回补助'),
  ('VILLAGE_2023', '504', false, '其他收入', '退回其他收入'),
  ('VILLAGE_2023', '511', false, '退回经营支出', '生产经营支出'),
  ('VILLAGE_2023', '512', false, '退税', '税费'),
  ('VILLAGE_2023', '513', false, '退回管理费用', '办公、水电等管理支出'),
  ('VILLAGE_2023', '514', false, '退回公益支出', '公益事业支出'),
  ('VILLAGE_2023', '515', false, '退回其他支出', '其他支出'),
  ('VILLAGE_2023', '521', false, '退所得税', '所得税');

-- What was published stays as it was; a mistake is withdrawn with its reason and published anew.
create table economy_notice (
  notice_id          uuid primary key,
  book_id            uuid not null,
  place_code         varchar(18) collate "C" not null,
  first_month        date not null check (extract(day from first_month) = 1),
  last_month         date not null check (extract(day from last_month) = 1 and last_month >= first_month
                       and last_month < first_month + interval '3 months'),
  state              text not null check (state in ('PUBLISHED', 'WITHDRAWN')),
  -- stands in the address that anybody opens
  public_code        text not null unique check (public_code ~ '^[a-z2-9]{12}$'),
  money_before       numeric(18, 2) not null,
  money_after        numeric(18, 2) not null,
  owed_to_us         numeric(18, 2) not null,
  we_owe             numeric(18, 2) not null,
  remarks            text not null,
  -- who looked at it for the members before it was published
  checked_by         text not null check (checked_by <> ''),
  checked_on         date not null,
  withdrawn_reason   text check (withdrawn_reason <> ''),
  withdrawn_at       timestamptz,
  recorded_at        timestamptz not null,
  recorded_by        text not null,
  recorded_by_person text not null,
  foreign key (book_id, place_code) references economy_book (book_id, place_code),
  unique (notice_id, place_code),
  check ((state = 'WITHDRAWN') = (withdrawn_reason is not null)),
  check ((state = 'WITHDRAWN') = (withdrawn_at is not null))
);
create unique index economy_notice_once_key on economy_notice (book_id, first_month, last_month) where state = 'PUBLISHED';
create index economy_notice_place_idx on economy_notice (place_code, last_month desc);
grant select, insert, update on economy_notice to qiangcun_app;
call fence('economy_notice');

create table economy_notice_line (
  notice_id  uuid not null,
  line_no    integer not null check (line_no > 0),
  place_code varchar(18) collate "C" not null,
  dated      date not null,
  words      text not null check (words <> ''),
  -- what kind of thing it was
  plain      text not null check (plain <> ''),
  received   numeric(18, 2) not null,
  paid       numeric(18, 2) not null,
  voucher_id uuid not null references economy_voucher,
  primary key (notice_id, line_no),
  foreign key (notice_id, place_code) references economy_notice (notice_id, place_code),
  check ((received = 0) <> (paid = 0))
);
create index economy_notice_line_place_idx on economy_notice_line (place_code);
grant select, insert on economy_notice_line to qiangcun_app;
call fence('economy_notice_line');

-- What money came and went must lead from the beginning to the end.
create function economy_guard_notice() returns trigger language plpgsql as $$
begin
  if (select money_before + coalesce(sum(l.received - l.paid), 0) <> money_after
      from economy_notice n left join economy_notice_line l using (notice_id)
      where n.notice_id = new.notice_id group by money_before, money_after) then
    raise exception using errcode = 'check_violation', constraint = 'economy_notice_adds_up',
      message = 'What came and went does not lead from the beginning to the end';
  end if;
  return null;
end
$$;
create constraint trigger economy_guard_notice after insert on economy_notice deferrable initially deferred
  for each row execute function economy_guard_notice();

create function economy_fix_notice() returns trigger language plpgsql as $$
begin
  if old.state <> 'PUBLISHED' or new.state <> 'WITHDRAWN'
      or (new.book_id, new.first_month, new.last_month, new.public_code, new.money_before, new.money_after, new.owed_to_us,
          new.we_owe, new.remarks, new.checked_by, new.checked_on)
        is distinct from (old.book_id, old.first_month, old.last_month, old.public_code, old.money_before, old.money_after,
          old.owed_to_us, old.we_owe, old.remarks, old.checked_by, old.checked_on) then
    raise exception using errcode = 'check_violation', constraint = 'economy_notice_fixed',
      message = 'What was published is withdrawn, not changed';
  end if;
  return new;
end
$$;
create trigger economy_fix_notice before update on economy_notice for each row execute function economy_fix_notice();

-- What people ask and what they are told; both are read by everybody. Who asks need not say who he is.
create table economy_notice_question (
  question_id        uuid primary key,
  notice_id          uuid not null,
  place_code         varchar(18) collate "C" not null,
  kind               text not null check (kind in ('QUESTION', 'OBJECTION')),
  words              text not null check (length(words) between 1 and 500),
  -- read by the board only
  asked_by           text not null check (length(asked_by) <= 60),
  asked_at           timestamptz not null,
  due_on             date not null,
  hidden             boolean not null default false,
  answer             text check (answer <> ''),
  answered_at        timestamptz,
  answered_by        text,
  answered_by_person text,
  foreign key (notice_id, place_code) references economy_notice (notice_id, place_code),
  check ((answer is null) = (answered_at is null)),
  -- words that name people are kept from the page, their answer is not
  check (not hidden or answer is not null)
);
create index economy_notice_question_notice_idx on economy_notice_question (notice_id, asked_at);
create index economy_notice_question_open_idx on economy_notice_question (place_code, due_on) where answer is null;
grant select, insert, update (answer, answered_at, answered_by, answered_by_person, hidden) on economy_notice_question to qiangcun_app;
call fence('economy_notice_question');

insert into rule_parameter (code, valid_from, amount, basis, source, wording) values
  ('economy.notice.answer-days', '2011-11-21', 10, 'DESIGN', '农村集体经济组织财务公开规定', '对成员的疑问和异议，几个工作日内公开答复，可按本地规定调整'),
  ('economy.notice.publish-days', '2011-11-21', 15, 'DESIGN', '农经发〔2011〕13号', '每季度结束后几天内公布，可按本地规定调整');

insert into warning_step (rule_code, working_days, valid_from, level, holder_level, basis_kind, basis_text) values
  ('economy.notice-missing', 0, '2011-11-21', 'BLUE', 'VILLAGE', 'DESIGN', '上季度收支到期没有公布的提醒，可按本地规定调整'),
  ('economy.notice-missing', 10, '2011-11-21', 'YELLOW', 'TOWNSHIP', 'DESIGN', '逾期两周没有公布的由上一级跟进，可按本地规定调整'),
  ('economy.notice-unanswered', 0, '2011-11-21', 'YELLOW', 'VILLAGE', 'DESIGN', '成员的疑问到期没有答复的提醒，可按本地规定调整'),
  ('economy.notice-unanswered', 5, '2011-11-21', 'ORANGE', 'TOWNSHIP', 'DESIGN', '逾期一周没有答复的由上一级跟进，可按本地规定调整');

update economy_plain_word set settles = true where account in ('112', '113', '212', '213');
insert into economy_plain_word (regime, account, settles, received, paid) values
  ('VILLAGE_2023', '201', true, '短期借款', '还短期借款'),
  ('VILLAGE_2023', '211', true, '预收、暂收的钱', '付清欠别人的钱'),
  ('VILLAGE_2023', '221', true, '长期借款', '还长期借款');

insert into role_authority (role, authority) values
  ('VILLAGE', 'economy.notice.read'), ('VILLAGE', 'economy.notice.publish'),
  ('TOWNSHIP', 'economy.notice.read'), ('COUNTY', 'economy.notice.read'), ('AUDITOR', 'economy.notice.read');
