-- Who did what, in the transaction that did it. The application adds rows and reads them; it was never granted more.
create table audit_entry (
  audit_entry_id bigint generated always as identity primary key,
  recorded_at    timestamptz not null default transaction_timestamp(),
  happened_at    timestamptz not null,
  account_id     uuid,
  login          text not null,
  post           text not null,
  holder         text not null,
  -- checked at the end: a new place and the event of its founding come in one transaction
  place_code     varchar(18) collate "C" not null references place deferrable initially deferred,
  type           text not null,
  subject        text not null,
  payload        jsonb not null,
  request        text
);
create index audit_entry_time_idx on audit_entry (happened_at desc, audit_entry_id desc);
create index audit_entry_login_idx on audit_entry (login, happened_at desc);
create index audit_entry_recorded_idx on audit_entry (recorded_at);
create index audit_entry_type_idx on audit_entry (type, place_code);
grant select, insert on audit_entry to qiangcun_app;
grant select on sequence audit_entry_audit_entry_id_seq to qiangcun_app;
call fence('audit_entry');

-- what happens is written down wherever it happens; only reading is a matter of jurisdiction
drop policy audit_entry_insert on audit_entry;
create policy audit_entry_insert on audit_entry for insert to qiangcun_app with check (true);

-- The chain over the entries, in the order in which they were sealed: entries commit in another order than that of
-- their numbers.
create table audit_seal (
  seal_seq       bigint primary key check (seal_seq > 0),
  audit_entry_id bigint not null constraint audit_seal_entry_key unique references audit_entry,
  hash           bytea not null check (length(hash) = 32),
  previous_hash  bytea not null check (length(previous_hash) = 32),
  sealed_at      timestamptz not null
);
grant select, insert on audit_seal to qiangcun_app;

insert into role_authority (role, authority) values
  ('AUDITOR', 'core.audit.read'),
  ('COUNTY', 'core.audit.read');
