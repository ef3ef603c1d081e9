-- By which other systems and devices act for an account. Known as a digest; the token itself is shown once.
create table api_token (
  token_id   uuid primary key,
  place_code varchar(18) collate "C" not null references place,
  account_id uuid not null references account,
  name       text not null check (name <> ''),
  digest     text not null unique,
  issued_at  timestamptz not null,
  issued_by  text not null,
  last_day   date not null,
  revoked_at timestamptz
);
create index api_token_account_idx on api_token (account_id);
grant select, insert, update on api_token to qiangcun_app;
call fence('api_token');

insert into rule_parameter (code, valid_from, amount, basis, source) values
  ('core.api-token-days', '2020-01-01', 180, 'DESIGN', '强村：接口令牌的有效天数，可按本地规定调整');
