-- Papers with a code that let somebody without an account see what is recorded of him.
create table slip (
  slip_id          uuid primary key,
  place_code       varchar(18) collate "C" not null references place,
  kind             text not null,
  subject          uuid not null,
  code_digest      text not null unique,
  issued_at        timestamptz not null,
  issued_by        text not null,
  issued_by_person text not null,
  last_day         date not null,
  revoked_at       timestamptz,
  openings         int not null default 0,
  opened_at        timestamptz
);
create index slip_subject_idx on slip (subject, kind);
grant select, insert, update on slip to qiangcun_app;
call fence('slip');

insert into rule_parameter (code, valid_from, amount, basis, source) values
  ('core.slip-days', '2020-01-01', 60, 'DESIGN', '强村：查询凭条的有效天数，可按本地规定调整');
