-- Which account somebody of the register of persons holds. It counts while the account has that holder.
create table person_account (
  account_id         uuid primary key references account,
  place_code         varchar(18) collate "C" not null references place,
  person_id          uuid not null references person,
  holder             text not null check (holder <> ''),
  recorded_at        timestamptz not null,
  recorded_by        text not null,
  recorded_by_person text not null
);
create index person_account_person_idx on person_account (person_id);
grant select, insert, update on person_account to qiangcun_app;
call fence('person_account');
