-- Whether a petition was settled right is looked at by the place above, and once more by the one above that.
-- 《信访工作条例》 art. 35, 36.
create table services_petition_review (
  request_id     uuid not null,
  place_code     varchar(18) collate "C" not null,
  round          int not null check (round in (1, 2)),
  review_place   varchar(18) collate "C" not null references place,
  asked_at       timestamptz not null,
  asked_words    text not null check (asked_words <> ''),
  asked_post     text not null,
  asked_person   text not null,
  due_at         timestamptz not null check (due_at > asked_at),
  decided_at     timestamptz check (decided_at >= asked_at),
  decided_post   text,
  decided_person text,
  opinion        text check (opinion <> ''),
  primary key (request_id, round),
  foreign key (request_id, place_code) references services_request (request_id, place_code),
  check ((decided_at is null) = (opinion is null) and (decided_at is null) = (decided_post is null)
    and (decided_at is null) = (decided_person is null))
);
create index services_petition_review_place_idx on services_petition_review (place_code, asked_at);
create index services_petition_review_open_idx on services_petition_review (review_place, due_at) where decided_at is null;
grant select, insert, update (decided_at, decided_post, decided_person, opinion) on services_petition_review to qiangcun_app;
call fence('services_petition_review');

create function services_petition_review_guard() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' and not exists (select from services_request r
      where r.request_id = new.request_id and r.purpose = 'PETITION' and r.decided_at is not null and r.closed_at is not null) then
    raise exception 'request % is no settled petition', new.request_id using errcode = 'check_violation';
  end if;
  if tg_op = 'INSERT' and new.round = 2 and not exists (select from services_petition_review v
      where v.request_id = new.request_id and v.round = 1 and v.decided_at is not null) then
    raise exception 'petition % was not reviewed yet', new.request_id using errcode = 'check_violation';
  end if;
  if exists (select from services_request r where r.request_id = new.request_id
      and (r.decided_post = new.decided_post or r.decided_person = new.decided_person)) then
    raise exception 'petition % is reviewed by another', new.request_id using errcode = 'check_violation';
  end if;
  if tg_op = 'UPDATE' and old.decided_at is not null then
    raise exception 'what was said of petition % stays', new.request_id using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger services_petition_review_guard before insert or update on services_petition_review
  for each row execute function services_petition_review_guard();
