-- The books of a collective organisation or of a cooperative: one book, one regime.
create table economy_book (
  book_id            uuid primary key,
  version            bigint not null,
  created_at         timestamptz not null,
  created_by         text not null,
  changed_at         timestamptz not null,
  changed_by         text not null,
  place_code         varchar(18) collate "C" not null references place,
  name               text not null check (name <> ''),
  regime             text not null references economy_regime,
  opened_on          date not null check (extract(day from opened_on) = 1),
  variant            text not null check (variant in ('A', 'B')),
  recorded_at        timestamptz not null,
  recorded_by        text not null,
  recorded_by_person text not null,
  unique (book_id, place_code),
  constraint economy_book_name_per_place_key unique (place_code, name)
);
grant select, insert, update on economy_book to qiangcun_app;
call fence('economy_book');

-- The chart of a book: that of its regime, and what the book adds below.
create table economy_account (
  book_id     uuid not null,
  code        text not null check (code ~ '^[0-9]{3,16}$'),
  place_code  varchar(18) collate "C" not null,
  name        text not null check (name <> ''),
  category    text not null check (category in ('ASSET', 'LIABILITY', 'EQUITY', 'COST', 'PROFIT_LOSS')),
  normal_side text not null check (normal_side in ('D', 'C')),
  parent      text,
  leaf        boolean not null,
  dimension   text references economy_dimension,
  required    boolean not null,
  primary key (book_id, code),
  foreign key (book_id, place_code) references economy_book (book_id, place_code),
  foreign key (book_id, parent) references economy_account (book_id, code),
  check (parent is null or starts_with(code, parent) and code <> parent),
  check (not required or dimension is not null)
);
create index economy_account_place_idx on economy_account (place_code);
grant select, insert, update (name, leaf, dimension, required) on economy_account to qiangcun_app;
call fence('economy_account');

-- What lines name beside their account.
create table economy_detail (
  detail_id    uuid primary key,
  book_id      uuid not null,
  place_code   varchar(18) collate "C" not null,
  dimension    text not null references economy_dimension,
  name         text not null check (name <> '' and name = btrim(name)),
  household_id uuid,
  foreign key (book_id, place_code) references economy_book (book_id, place_code),
  unique (book_id, detail_id),
  constraint economy_detail_name_key unique (book_id, dimension, name)
);
create index economy_detail_place_idx on economy_detail (place_code);
grant select, insert, update (household_id) on economy_detail to qiangcun_app;
call fence('economy_detail');

-- A year of a book: opened once, after the one before it.
create table economy_year (
  book_id            uuid not null,
  year               smallint not null check (year between 1990 and 2200),
  place_code         varchar(18) collate "C" not null,
  recorded_at        timestamptz not null,
  recorded_by        text not null,
  recorded_by_person text not null,
  primary key (book_id, year),
  foreign key (book_id, place_code) references economy_book (book_id, place_code)
);
create index economy_year_place_idx on economy_year (place_code);
grant select, insert on economy_year to qiangcun_app;
call fence('economy_year');

-- A month of a book: what is dated in a closed one is neither posted nor changed.
create table economy_period (
  book_id          uuid not null,
  month            date not null check (extract(day from month) = 1),
  place_code       varchar(18) collate "C" not null,
  state            text not null check (state in ('OPEN', 'CLOSED')),
  closed_at        timestamptz,
  closed_by        text,
  closed_by_person text,
  primary key (book_id, month),
  foreign key (book_id, place_code) references economy_book (book_id, place_code),
  check ((state = 'CLOSED') = (closed_at is not null))
);
create index economy_period_place_idx on economy_period (place_code, month);
grant select, insert, update (state, closed_at, closed_by, closed_by_person) on economy_period to qiangcun_app;
call fence('economy_period');
