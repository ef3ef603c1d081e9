create table monthly_report (
  report_id     uuid primary key,
  version       bigint not null,
  created_at    timestamptz not null,
  created_by    text not null,
  changed_at    timestamptz not null,
  changed_by    text not null,
  place_code    varchar(18) collate "C" not null references place,
  month         date not null check (extract(day from month) = 1),
  state         text not null check (state in ('DRAFT', 'RETURNED', 'CONFIRMED', 'REVIEWED', 'LOCKED', 'MISSED')),
  note          text check (length(note) <= 2000),
  return_reason text check (length(return_reason) <= 500),
  returned_at   timestamptz,
  first_confirmed_on date,
  confirmed_at  timestamptz,
  confirmed_by  text,
  reviewed_at   timestamptz,
  reviewed_by   text,
  constraint monthly_report_one_per_place_and_month_key unique (place_code, month),
  constraint monthly_report_returned_for_a_reason check (state <> 'RETURNED' or return_reason is not null),
  constraint monthly_report_confirmed_by_somebody check (state not in ('CONFIRMED', 'REVIEWED', 'LOCKED') or confirmed_at is not null)
);
create index monthly_report_month on monthly_report (month, place_code, state);
grant select, insert, update on monthly_report to qiangcun_app;
call fence('monthly_report');

-- What the report said when it was confirmed; an overridden cell keeps both values and the reason.
create table report_cell (
  cell_id         uuid primary key,
  report_id       uuid not null references monthly_report,
  place_code      varchar(18) collate "C" not null references place,
  metric          text not null,
  state           text check (state in ('NUMBER', 'NOTHING', 'UNKNOWN')),
  amount          numeric check ((state = 'NUMBER') = (amount is not null)),
  override_amount numeric,
  override_reason text check (length(override_reason) <= 500),
  overridden_by   text,
  constraint report_cell_once_per_report_key unique (report_id, metric),
  constraint report_cell_overridden_for_a_reason
    check (override_amount is null or (override_reason is not null and overridden_by is not null))
);
grant select, insert, update on report_cell to qiangcun_app;
call fence('report_cell');

-- Questions about one cell; while one is open, only that cell is.
create table report_question (
  question_id uuid primary key,
  report_id   uuid not null references monthly_report,
  place_code  varchar(18) collate "C" not null references place,
  metric      text not null,
  question    text not null check (length(question) <= 500),
  asked_at    timestamptz not null,
  asked_by    text not null,
  answer      text check (length(answer) <= 500),
  answered_at timestamptz,
  answered_by text,
  constraint report_question_answered_by_somebody check ((answer is null) = (answered_by is null))
);
create index report_question_report on report_question (report_id);
create index report_question_open on report_question (place_code) where answer is null;
grant select, insert, update on report_question to qiangcun_app;
call fence('report_question');

insert into role_authority (role, authority) values
  ('VILLAGE', 'core.report.read'), ('VILLAGE', 'core.report.confirm'),
  ('TOWNSHIP', 'core.report.read'), ('TOWNSHIP', 'core.report.review'),
  ('COUNTY', 'core.report.read'), ('COUNTY', 'core.report.lock'),
  ('VILLAGE', 'core.metric.read'), ('TOWNSHIP', 'core.metric.read'), ('COUNTY', 'core.metric.read');
