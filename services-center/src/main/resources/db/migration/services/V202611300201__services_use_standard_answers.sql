-- Which standard answer a request was answered with. The place is the one whose clerk used it.
create table services_answer_use (
  request_id uuid primary key references services_request,
  answer_id  uuid not null references register_row,
  place_code varchar(18) collate "C" not null references place,
  used_at    timestamptz not null
);
create index services_answer_use_answer_idx on services_answer_use (answer_id);
create index services_answer_use_place_idx on services_answer_use (place_code, used_at);
grant select, insert on services_answer_use to qiangcun_app;
call fence('services_answer_use');
