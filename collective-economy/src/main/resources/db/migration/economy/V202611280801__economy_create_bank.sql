-- What banks say happened, and which lines of the books stand for it. Bank statements and their reconciliations are accounting archives,
-- kept ten years (《会计档案管理办法》); the bank journal is compared with them month by month (《会计基础工作规范》第六十二条（三）).

-- Under which accounts a regulation keeps money in banks.
create table economy_bank_ground (
  regime  text primary key references economy_regime,
  account text not null,
  foreign key (regime, account) references economy_chart_account (regime, code)
);
grant select on economy_bank_ground to qiangcun_app;
insert into economy_bank_ground (regime, account) values ('VILLAGE_2023', '102'), ('VILLAGE_2004', '102'), ('COOPERATIVE_2021', '102');

-- A line of a bank's statement. Its id is made of what it says, so that the same statement read twice comes in once.
create table economy_bank_line (
  line_id            uuid primary key,
  position           bigint generated always as identity,
  book_id            uuid not null,
  place_code         varchar(18) collate "C" not null,
  account_code       text not null,
  dated              date not null,
  -- came in; negative: went out
  amount             numeric(18, 2) not null check (amount <> 0),
  balance            numeric(18, 2) not null,
  counterparty       text not null check (length(counterparty) <= 200),
  words              text not null check (length(words) <= 200),
  reference          text not null check (length(reference) <= 100),
  recorded_at        timestamptz not null,
  recorded_by        text not null,
  recorded_by_person text not null,
  foreign key (book_id, place_code) references economy_book (book_id, place_code),
  foreign key (book_id, account_code) references economy_account (book_id, code),
  unique (line_id, book_id, place_code)
);
create index economy_bank_line_account_idx on economy_bank_line (book_id, account_code, dated);
create index economy_bank_line_place_idx on economy_bank_line (place_code, dated);
grant select, insert on economy_bank_line to qiangcun_app;
call fence('economy_bank_line');

-- One line of a bank for one line of the book, or for several that make the same sum. What was undone stays, and is not matched by
-- itself again.
create table economy_bank_match (
  match_id           uuid primary key,
  book_id            uuid not null,
  place_code         varchar(18) collate "C" not null,
  line_id            uuid not null,
  voucher_id         uuid not null,
  line_no            integer not null,
  by_hand            boolean not null,
  recorded_at        timestamptz not null,
  recorded_by        text not null,
  recorded_by_person text not null,
  undone_at          timestamptz,
  undone_by          text,
  undone_by_person   text,
  foreign key (line_id, book_id, place_code) references economy_bank_line (line_id, book_id, place_code),
  foreign key (voucher_id, line_no) references economy_line (voucher_id, line_no),
  check (num_nonnulls(undone_at, undone_by, undone_by_person) in (0, 3))
);
create unique index economy_bank_match_once_key on economy_bank_match (voucher_id, line_no) where undone_at is null;
create index economy_bank_match_line_idx on economy_bank_match (line_id);
create index economy_bank_match_place_idx on economy_bank_match (place_code, book_id);
grant select, insert, update (undone_at, undone_by, undone_by_person) on economy_bank_match to qiangcun_app;
call fence('economy_bank_match');

-- What is matched is posted, stands in the same account and makes the same sum.
create function economy_guard_bank_match() returns trigger language plpgsql as $$
declare
  bank economy_bank_line;
  matched numeric;
  strangers integer;
begin
  select * into bank from economy_bank_line where line_id = new.line_id;
  select sum(case l.side when 'D' then l.amount else -l.amount end),
      count(*) filter (where l.book_id <> bank.book_id or l.account_code <> bank.account_code or v.state <> 'POSTED' or v.kind = 'OPENING')
    into matched, strangers
    from economy_bank_match m
      join economy_line l on l.voucher_id = m.voucher_id and l.line_no = m.line_no
      join economy_voucher v on v.voucher_id = l.voucher_id
    where m.line_id = new.line_id and m.undone_at is null;
  if strangers > 0 or matched <> bank.amount then
    raise exception using errcode = 'check_violation', constraint = 'economy_bank_match_adds_up',
      message = 'The lines of the book do not make the sum of the bank';
  end if;
  return null;
end
$$;
create constraint trigger economy_guard_bank_match after insert or update on economy_bank_match deferrable initially deferred
  for each row execute function economy_guard_bank_match();

insert into rule_parameter (code, valid_from, amount, basis, source, wording) values
  ('economy.bank.days', '1990-01-01', 5, 'DESIGN', '可按本地规定调整', '银行对账单和账上金额相同、相差几天之内的，自动对上');
