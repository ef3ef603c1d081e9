-- How much waits on which device, and since when; never what.
create table grid_phone_queue (
  device_id  uuid not null,
  login      text not null,
  place_code varchar(18) collate "C" not null references place,
  post_name  text not null,
  person     text not null,
  waiting    integer not null check (waiting >= 0),
  oldest_at  timestamptz,
  seen_at    timestamptz not null,
  primary key (device_id, login, place_code),
  check ((waiting = 0) = (oldest_at is null)),
  check (oldest_at <= seen_at)
);
create index grid_phone_queue_place_idx on grid_phone_queue (place_code);
grant select, insert, update on grid_phone_queue to qiangcun_app;
call fence('grid_phone_queue');

insert into role_authority (role, authority) values
  ('GRID', 'grid.phone.use'), ('VILLAGE', 'grid.phone.use'),
  ('COUNTY', 'grid.phone.oversee'), ('TOWNSHIP', 'grid.phone.oversee'), ('VILLAGE', 'grid.phone.oversee');
