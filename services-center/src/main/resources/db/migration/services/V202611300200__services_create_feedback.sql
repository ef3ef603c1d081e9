-- What people say about the software and the work, on any page: it lies with the county, above whom it may be about.
create table services_feedback_kind (
  code     text primary key check (code ~ '^[A-Z]+$'),
  position int not null unique,
  name     text not null check (name <> ''),
  basis    text not null check (basis <> '')
);
grant select on services_feedback_kind to qiangcun_app;
insert into services_feedback_kind (code, position, name, basis) values
  ('BURDEN', 1, '多头填报、重复报数、不合理的留痕', '《整治形式主义为基层减负若干规定》'),
  ('FAULT', 2, '软件出错、不好用', '《政务移动互联网应用程序规范化管理办法》（国办函〔2026〕12号）'),
  ('IDEA', 3, '意见和建议', '《政务移动互联网应用程序规范化管理办法》（国办函〔2026〕12号）'),
  ('ATTITUDE', 4, '工作态度和作风', '强村：分类可按本地规定调整'),
  ('OTHER', 5, '其他', '强村：分类可按本地规定调整');

create table services_feedback (
  feedback_id   uuid primary key,
  place_code    varchar(18) collate "C" not null references place,
  receipt       text not null,
  kind          text not null references services_feedback_kind,
  -- the path of the page it was sent from, without what was asked of it
  page          text not null check (page = '' or page ~ '^/[^?#]*$'),
  words         text not null check (length(words) between 1 and 1000),
  phone         bytea,
  -- empty where somebody did not say who he is: then nothing of his account is kept
  sender_post   text,
  sender_person text,
  received_at   timestamptz not null,
  answer_due    timestamptz not null,
  settle_due    timestamptz not null check (settle_due >= answer_due),
  answered_at   timestamptz,
  closed_at     timestamptz,
  released_at   timestamptz,
  public_said   text not null default '',
  public_done   text not null default '',
  constraint services_feedback_county check (length(place_code) = 6),
  constraint services_feedback_receipt_key unique (receipt),
  check ((sender_post is null) = (sender_person is null)),
  check (closed_at is null or answered_at is not null),
  check (released_at is null or closed_at is not null and public_said <> '' and public_done <> '')
);
create index services_feedback_open_idx on services_feedback (place_code, settle_due) where closed_at is null;
create index services_feedback_released_idx on services_feedback (place_code, released_at desc) where released_at is not null;
grant select, insert, update (answered_at, closed_at, released_at, public_said, public_done) on services_feedback to qiangcun_app;
call fence('services_feedback');

-- What was done about it, line by line; a correction is a line more.
create table services_feedback_act (
  feedback_id uuid not null references services_feedback,
  number      int not null check (number > 0),
  place_code  varchar(18) collate "C" not null references place,
  at          timestamptz not null,
  kind        text not null check (kind in ('ANSWER', 'CLOSE', 'CORRECT', 'RELEASE', 'RETRACT')),
  words       text not null check (words <> ''),
  post        text not null,
  person      text not null,
  primary key (feedback_id, number)
);
create unique index services_feedback_once_key on services_feedback_act (feedback_id, kind) where kind in ('ANSWER', 'CLOSE');
create index services_feedback_act_place_idx on services_feedback_act (place_code, at);
grant select, insert on services_feedback_act to qiangcun_app;
call fence('services_feedback_act');

insert into rule_parameter (code, valid_from, amount, basis, source) values
  ('services.feedback.answer-days', '2020-01-01', 5, 'DESIGN', '强村：意见建议答复的工作日数，参考值，可按本地规定调整'),
  ('services.feedback.settle-days', '2020-01-01', 15, 'DESIGN', '强村：意见建议办结的工作日数，参考值，可按本地规定调整');
insert into warning_step (rule_code, working_days, valid_from, level, holder_level, basis_kind, basis_text) values
  ('services.feedback-overdue', 0, '2020-01-01', 'YELLOW', 'COUNTY', 'DESIGN', '意见建议超过答复或者办结期限，可按本地规定调整'),
  ('services.feedback-overdue', 5, '2020-01-01', 'ORANGE', 'COUNTY', 'DESIGN', '意见建议超过期限5个工作日，可按本地规定调整');
insert into role_authority (role, authority) values
  ('COUNTY', 'services.feedback.read'), ('COUNTY', 'services.feedback.answer');
