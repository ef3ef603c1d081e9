-- What each kind of post may do. Modules add their own authorities in their own migrations.
create table role_authority (
  role      text not null check (role in ('ADMINISTRATOR', 'AUDITOR', 'COUNTY', 'TOWNSHIP', 'VILLAGE')),
  authority text not null,
  primary key (role, authority)
);
grant select on role_authority to qiangcun_app;

-- An account is a post at a place; who holds the post is in account_holder.
create table account (
  account_id           uuid primary key,
  place_code           varchar(18) collate "C" not null references place,
  version              bigint not null,
  created_at           timestamptz not null,
  created_by           text not null,
  changed_at           timestamptz not null,
  changed_by           text not null,
  -- one name over all places: people sign in before anybody knows where they belong
  login                text not null constraint account_login_key unique check (login ~ '^[a-z0-9][a-z0-9._-]{2,39}$'),
  role                 text not null check (role in ('ADMINISTRATOR', 'AUDITOR', 'COUNTY', 'TOWNSHIP', 'VILLAGE')),
  post                 text not null check (post <> ''),
  unit                 uuid,
  password             text not null,
  must_change_password boolean not null,
  password_expires_at  timestamptz,
  enabled              boolean not null,
  stamp                integer not null
);
create index account_place_idx on account (place_code, login);
grant select, insert, update on account to qiangcun_app;
call fence('account');

create table account_holder (
  account_holder_id uuid primary key,
  account_id        uuid not null references account,
  place_code        varchar(18) collate "C" not null references place,
  name              text not null check (name <> ''),
  held_from         timestamptz not null,
  held_until        timestamptz check (held_until >= held_from)
);
create unique index account_holder_current_key on account_holder (account_id) where held_until is null;
create index account_holder_account_idx on account_holder (account_id, held_from);
grant select, insert, update on account_holder to qiangcun_app;
call fence('account_holder');

-- Failed sign-ins, whether such an account exists or not: a guesser cannot tell. By the SHA-256 of the login, because
-- what is typed there is at times a password. Forgotten when it is over.
create table sign_in_attempt (
  login_digest   text primary key,
  failures       integer not null,
  lockouts       integer not null,
  locked_until   timestamptz,
  last_tried_at  timestamptz not null
);
create index sign_in_attempt_age_idx on sign_in_attempt (last_tried_at);
grant select, insert, update, delete on sign_in_attempt to qiangcun_app;

insert into role_authority (role, authority) values
  ('ADMINISTRATOR', 'core.account.read'),
  ('ADMINISTRATOR', 'core.account.write'),
  ('COUNTY', 'core.account.read'),
  ('COUNTY', 'core.account.write');
