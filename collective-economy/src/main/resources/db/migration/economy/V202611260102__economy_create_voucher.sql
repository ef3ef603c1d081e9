-- Vouchers and their lines. What is posted stays: code keeps the rules below for good messages, the database keeps them for
-- whoever writes past the code.
-- Rules: double entry, numbers, corrections by red vouchers: 《会计基础工作规范》 art. 50–53; nothing posted is deleted, inserted
-- or changed: 财会〔2024〕12号.
create table economy_voucher (
  voucher_id         uuid primary key,
  version            bigint not null,
  created_at         timestamptz not null,
  created_by         text not null,
  changed_at         timestamptz not null,
  changed_by         text not null,
  book_id            uuid not null,
  place_code         varchar(18) collate "C" not null,
  dated              date not null,
  month              date generated always as (date_trunc('month', dated::timestamp)::date) stored,
  kind               text not null check (kind in ('NORMAL', 'RED', 'CORRECTING', 'OPENING', 'CLOSING', 'DISTRIBUTION')),
  state              text not null check (state in ('DRAFT', 'SUBMITTED', 'REVIEWED', 'POSTED', 'VOID')),
  summary            text not null check (summary <> ''),
  -- nought is what the book opened with
  number             integer check (number >= 0),
  paper_number       text check (paper_number <> ''),
  sheets             integer not null check (sheets between 0 and 9999),
  corrects           uuid references economy_voucher,
  returned_reason    text check (returned_reason <> ''),
  recorded_at        timestamptz not null,
  recorded_by        text not null,
  recorded_by_person text not null,
  reviewed_at        timestamptz,
  reviewed_by        text,
  reviewed_by_person text,
  posted_at          timestamptz,
  posted_by          text,
  posted_by_person   text,
  foreign key (book_id, place_code) references economy_book (book_id, place_code),
  unique (voucher_id, book_id, place_code),
  constraint economy_voucher_number_key unique (book_id, month, number),
  constraint economy_voucher_numbered check ((state = 'POSTED') = (number is not null)),
  constraint economy_voucher_reviewed check (state not in ('REVIEWED', 'POSTED') or reviewed_at is not null),
  constraint economy_voucher_two_people check (reviewed_by <> recorded_by and reviewed_by_person <> recorded_by_person),
  constraint economy_voucher_red_corrects check (kind <> 'RED' or corrects is not null),
  constraint economy_voucher_attached check (
    state in ('DRAFT', 'VOID') or sheets > 0 or kind not in ('NORMAL', 'DISTRIBUTION'))
);
create unique index economy_voucher_red_once_key on economy_voucher (corrects) where kind = 'RED' and state <> 'VOID';
create unique index economy_voucher_opening_once_key on economy_voucher (book_id) where kind = 'OPENING' and state <> 'VOID';
create index economy_voucher_open_idx on economy_voucher (place_code, book_id, month) where state in ('DRAFT', 'SUBMITTED', 'REVIEWED');
create index economy_voucher_place_idx on economy_voucher (place_code, dated);
grant select, insert, update on economy_voucher to qiangcun_app;
call fence('economy_voucher');

create table economy_line (
  voucher_id   uuid not null,
  line_no      integer not null check (line_no > 0),
  book_id      uuid not null,
  place_code   varchar(18) collate "C" not null,
  month        date not null,
  account_code text not null,
  detail_id    uuid,
  side         text not null check (side in ('D', 'C')),
  amount       numeric(18, 2) not null check (amount <> 0),
  summary      text not null,
  primary key (voucher_id, line_no),
  foreign key (voucher_id, book_id, place_code) references economy_voucher (voucher_id, book_id, place_code),
  foreign key (book_id, account_code) references economy_account (book_id, code),
  foreign key (book_id, detail_id) references economy_detail (book_id, detail_id)
);
create index economy_line_account_idx on economy_line (book_id, account_code, month);
grant select, insert, update, delete on economy_line to qiangcun_app;
call fence('economy_line');
create policy economy_line_delete on economy_line for delete to qiangcun_app
  using (place_code >= current_setting('qiangcun.wlo', true) collate "C" and place_code < current_setting('qiangcun.whi', true) collate "C");

-- What every account and detail moved in a month; month 0 is what the year began with. So a statement reads one year, however
-- many lie behind it. Written by posting and by opening a year, and by nothing else.
create table economy_balance (
  book_id        uuid not null,
  year           smallint not null,
  month          smallint not null check (month between 0 and 12),
  account_code   text not null,
  -- all noughts where the account has no details
  detail_id      uuid not null,
  place_code     varchar(18) collate "C" not null,
  debit          numeric(18, 2) not null,
  credit         numeric(18, 2) not null,
  closing_debit  numeric(18, 2) not null,
  closing_credit numeric(18, 2) not null,
  primary key (book_id, year, account_code, detail_id, month),
  foreign key (book_id, year) references economy_year (book_id, year),
  foreign key (book_id, account_code) references economy_account (book_id, code)
);
create index economy_balance_place_idx on economy_balance (place_code, year, account_code) include (month, debit, credit, closing_debit, closing_credit);
grant select, insert, update on economy_balance to qiangcun_app;
call fence('economy_balance');

create function economy_guard_balance() returns trigger language plpgsql as $$
begin
  if pg_trigger_depth() < 2 then
    raise exception using errcode = 'check_violation', constraint = 'economy_balance_by_posting',
      message = 'Balances are written by posting';
  end if;
  return new;
end
$$;
create trigger economy_guard_balance before insert or update on economy_balance
  for each row execute function economy_guard_balance();

-- Lines belong to drafts; once a voucher is submitted they stay as they are.
create function economy_guard_line() returns trigger language plpgsql as $$
declare
  voucher economy_voucher;
begin
  if tg_op = 'UPDATE' and (new.voucher_id, new.book_id) is distinct from (old.voucher_id, old.book_id) then
    raise exception using errcode = 'check_violation', constraint = 'economy_line_fixed',
      message = 'A line stays with its voucher';
  end if;
  select * into voucher from economy_voucher
    where voucher_id = case when tg_op = 'DELETE' then old.voucher_id else new.voucher_id end;
  if voucher.state is distinct from 'DRAFT' then
    raise exception using errcode = 'check_violation', constraint = 'economy_line_fixed',
      message = 'Lines of a voucher that was submitted do not change';
  end if;
  if tg_op = 'DELETE' then
    return old;
  end if;
  if new.month <> voucher.month then
    raise exception using errcode = 'check_violation', constraint = 'economy_line_month',
      message = 'A line lies in the month of its voucher';
  end if;
  if new.amount < 0 and voucher.kind not in ('RED', 'CORRECTING') then
    raise exception using errcode = 'check_violation', constraint = 'economy_line_negative',
      message = 'Only red and correcting vouchers take amounts back';
  end if;
  return new;
end
$$;
create trigger economy_guard_line before insert or update or delete on economy_line
  for each row execute function economy_guard_line();

create function economy_require_open(of_book uuid, of_month date) returns void language plpgsql as $$
begin
  if not exists (select from economy_period where book_id = of_book and month = of_month and state = 'OPEN') then
    raise exception using errcode = 'check_violation', constraint = 'economy_voucher_period_open',
      message = format('The month %s is not open', to_char(of_month, 'YYYY-MM'));
  end if;
end
$$;

-- The month is given, for a generated column is not known yet before the row is written.
create function economy_post(posted economy_voucher, of_period date) returns integer language plpgsql as $$
declare
  of_year smallint := extract(year from posted.dated);
  of_month smallint := case when posted.kind = 'OPENING' then 0 else extract(month from posted.dated) end;
  -- what takes back a closing voucher is as little income or expense as the voucher itself
  closing boolean := posted.kind = 'CLOSING' or exists (select from economy_voucher
      where voucher_id = posted.corrects and kind = 'CLOSING');
  wrong text;
begin
  -- one voucher of a book at a time: so numbers have no gaps and balances no races
  perform from economy_book where book_id = posted.book_id for no key update;
  perform economy_require_open(posted.book_id, of_period);
  if posted.kind = 'OPENING' and exists (select from economy_voucher
      where book_id = posted.book_id and state = 'POSTED') then
    raise exception using errcode = 'check_violation', constraint = 'economy_voucher_opening_first',
      message = 'What a book opens with is posted before anything else';
  end if;
  select l.account_code into wrong from economy_line l
      join economy_account a on a.book_id = l.book_id and a.code = l.account_code
    where l.voucher_id = posted.voucher_id and not a.leaf limit 1;
  if found then
    raise exception using errcode = 'check_violation', constraint = 'economy_line_leaf',
      message = format('Account %s has accounts below it', wrong);
  end if;
  select l.account_code into wrong from economy_line l
      join economy_account a on a.book_id = l.book_id and a.code = l.account_code
      left join economy_detail d on d.detail_id = l.detail_id
    where l.voucher_id = posted.voucher_id
      and (a.required and d.detail_id is null or d.dimension is distinct from a.dimension and d.detail_id is not null) limit 1;
  if found then
    raise exception using errcode = 'check_violation', constraint = 'economy_line_detail',
      message = format('Account %s wants another detail', wrong);
  end if;
  insert into economy_balance (book_id, year, month, account_code, detail_id, place_code, debit, credit, closing_debit, closing_credit)
    select posted.book_id, y.year, case when y.year = of_year then of_month else 0 end, l.account_code,
        coalesce(l.detail_id, '00000000-0000-0000-0000-000000000000'), posted.place_code,
        sum(case l.side when 'D' then l.amount else 0 end), sum(case l.side when 'C' then l.amount else 0 end),
        sum(case when closing and y.year = of_year and l.side = 'D' then l.amount else 0 end),
        sum(case when closing and y.year = of_year and l.side = 'C' then l.amount else 0 end)
      from economy_line l cross join economy_year y
      where l.voucher_id = posted.voucher_id and y.book_id = posted.book_id and y.year >= of_year
      group by y.year, l.account_code, l.detail_id
      order by y.year, l.account_code
    on conflict (book_id, year, account_code, detail_id, month) do update
      set debit = economy_balance.debit + excluded.debit, credit = economy_balance.credit + excluded.credit,
        closing_debit = economy_balance.closing_debit + excluded.closing_debit,
        closing_credit = economy_balance.closing_credit + excluded.closing_credit;
  if posted.kind = 'OPENING' then
    return 0;
  end if;
  return (select coalesce(max(number), 0) + 1 from economy_voucher where book_id = posted.book_id and month = of_period);
end
$$;

create function economy_guard_voucher() returns trigger language plpgsql as $$
declare
  debits numeric;
  credits numeric;
  lines integer;
begin
  if tg_op = 'INSERT' then
    if new.state <> 'DRAFT' or new.number is not null then
      raise exception using errcode = 'check_violation', constraint = 'economy_voucher_begins_as_draft',
        message = 'A voucher begins as a draft';
    end if;
    perform economy_require_open(new.book_id, date_trunc('month', new.dated::timestamp)::date);
    return new;
  end if;
  if old.state in ('POSTED', 'VOID') then
    raise exception using errcode = 'check_violation', constraint = 'economy_voucher_fixed',
      message = 'What is posted or void does not change';
  end if;
  if not (old.state, new.state) in (('DRAFT', 'DRAFT'), ('DRAFT', 'SUBMITTED'), ('DRAFT', 'VOID'), ('SUBMITTED', 'DRAFT'),
      ('SUBMITTED', 'REVIEWED'), ('REVIEWED', 'DRAFT'), ('REVIEWED', 'POSTED')) then
    raise exception using errcode = 'check_violation', constraint = 'economy_voucher_moves',
      message = format('A voucher does not go from %s to %s', old.state, new.state);
  end if;
  if (new.voucher_id, new.book_id, new.place_code) is distinct from (old.voucher_id, old.book_id, old.place_code)
      or old.state <> 'DRAFT' and (new.dated, new.kind, new.summary, new.paper_number, new.sheets, new.corrects)
        is distinct from (old.dated, old.kind, old.summary, old.paper_number, old.sheets, old.corrects) then
    raise exception using errcode = 'check_violation', constraint = 'economy_voucher_fixed',
      message = 'A voucher that was submitted does not change';
  end if;
  if new.dated <> old.dated then
    perform economy_require_open(new.book_id, date_trunc('month', new.dated::timestamp)::date);
  end if;
  if new.state in ('SUBMITTED', 'REVIEWED', 'POSTED') then
    select coalesce(sum(amount) filter (where side = 'D'), 0), coalesce(sum(amount) filter (where side = 'C'), 0), count(*)
      into debits, credits, lines from economy_line where voucher_id = new.voucher_id;
    if lines < 2 or debits <> credits then
      raise exception using errcode = 'check_violation', constraint = 'economy_voucher_balanced',
        message = format('Debits %s, credits %s', debits, credits);
    end if;
  end if;
  if new.state = 'POSTED' then
    new.number := economy_post(new, old.month);
  end if;
  return new;
end
$$;
create trigger economy_guard_voucher before insert or update on economy_voucher
  for each row execute function economy_guard_voucher();

-- A year begins with what the year before ends with, for as long as that one still moves (see economy_post).
create function economy_open_year() returns trigger language plpgsql as $$
declare
  book economy_book;
begin
  select * into book from economy_book where book_id = new.book_id for no key update;
  if new.year <> extract(year from book.opened_on)
      and not exists (select from economy_year where book_id = new.book_id and year = new.year - 1) then
    raise exception using errcode = 'check_violation', constraint = 'economy_year_in_order',
      message = format('The year before %s was not opened', new.year);
  end if;
  insert into economy_period (book_id, month, place_code, state)
    select new.book_id, m::date, new.place_code, 'OPEN'
      from generate_series(greatest(make_date(new.year, 1, 1), book.opened_on)::timestamp, make_date(new.year, 12, 1)::timestamp, '1 month') m;
  insert into economy_balance (book_id, year, month, account_code, detail_id, place_code, debit, credit, closing_debit, closing_credit)
    select book_id, new.year, 0, account_code, detail_id, place_code,
        greatest(sum(debit - credit), 0), greatest(sum(credit - debit), 0), 0, 0
      from economy_balance where book_id = new.book_id and year = new.year - 1
      group by book_id, account_code, detail_id, place_code
      having sum(debit - credit) <> 0;
  return null;
end
$$;
create trigger economy_open_year after insert on economy_year for each row execute function economy_open_year();

-- Months close one after the other once nothing of them waits, and open again from the last one.
create function economy_guard_period() returns trigger language plpgsql as $$
begin
  perform from economy_book where book_id = new.book_id for no key update;
  if new.state = 'CLOSED' and exists (select from economy_period
      where book_id = new.book_id and month < new.month and state = 'OPEN') then
    raise exception using errcode = 'check_violation', constraint = 'economy_period_in_order',
      message = 'A month before is still open';
  end if;
  if new.state = 'CLOSED' and exists (select from economy_voucher
      where book_id = new.book_id and month = new.month and state in ('DRAFT', 'SUBMITTED', 'REVIEWED')) then
    raise exception using errcode = 'check_violation', constraint = 'economy_period_nothing_waits',
      message = 'Vouchers of the month are not posted';
  end if;
  if new.state = 'OPEN' and exists (select from economy_period
      where book_id = new.book_id and month > new.month and state = 'CLOSED') then
    raise exception using errcode = 'check_violation', constraint = 'economy_period_in_order',
      message = 'A month after is closed';
  end if;
  return new;
end
$$;
create trigger economy_guard_period before update on economy_period for each row execute function economy_guard_period();
