-- Where a centre takes more or fewer items than its level does by itself; the newest word of each item counts.
create table services_offer (
  centre_id          uuid not null,
  code               text not null check (code ~ '^[0-9]{2}-[PA]-[0-9]{3}$'),
  place_code         varchar(18) collate "C" not null references place,
  offered            boolean not null,
  reason             text not null check (reason <> ''),
  recorded_at        timestamptz not null,
  recorded_by        text not null,
  recorded_by_person text not null,
  primary key (centre_id, code),
  foreign key (centre_id, place_code) references services_centre (centre_id, place_code)
);
create index services_offer_place_idx on services_offer (place_code, code);
grant select, insert, update on services_offer to qiangcun_app;
call fence('services_offer');
