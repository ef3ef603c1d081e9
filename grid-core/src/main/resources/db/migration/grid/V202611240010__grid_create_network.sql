-- A grid is a place of the tree: its name, its code and its days stand there.
create table grid (
  place_code varchar(18) collate "C" primary key references place
    check (length(place_code) in (15, 18)),
  version    bigint not null,
  created_at timestamptz not null,
  created_by text not null,
  changed_at timestamptz not null,
  changed_by text not null,
  type       text not null check (type in ('COMPREHENSIVE', 'DEDICATED')),
  households integer check (households >= 0),
  people     integer check (people >= 0),
  unit       uuid,
  longitude  numeric(9, 6) check (longitude between 70 and 140),
  latitude   numeric(8, 6) check (latitude between 15 and 55),
  opened_on  date not null,
  ended_on   date check (ended_on >= opened_on),
  ending     text check (ending in ('MERGED', 'CLOSED')),
  check ((longitude is null) = (latitude is null)),
  check ((ended_on is null) = (ending is null))
);
grant select, insert, update on grid to qiangcun_app;
call fence('grid');

-- Which grids a grid was taken out of.
create table grid_origin (
  place_code varchar(18) collate "C" not null references grid,
  origin     varchar(18) collate "C" not null references grid check (origin <> place_code),
  primary key (place_code, origin)
);
create index grid_origin_origin_idx on grid_origin (origin);
grant select, insert on grid_origin to qiangcun_app;
call fence('grid_origin');

create table grid_worker (
  worker_id    uuid primary key,
  place_code   varchar(18) collate "C" not null references grid,
  version      bigint not null,
  created_at   timestamptz not null,
  created_by   text not null,
  changed_at   timestamptz not null,
  changed_by   text not null,
  person_id    uuid not null references person,
  post         text not null check (post in ('LEADER', 'FULL_TIME', 'PART_TIME', 'AUXILIARY')),
  source       text not null check (source in ('COMMITTEE', 'PARTY_MEMBER', 'PATROL', 'DOCTOR', 'RECRUITED', 'OTHER')),
  since        date not null,
  vetting      text not null check (vetting in ('PENDING', 'PASSED', 'REFUSED')),
  proposed_by  text not null,
  vetted_by    text,
  vetted_on    date,
  vetting_note text,
  ended_on     date check (ended_on >= since),
  ended_reason text,
  -- nobody agrees to his own proposal
  check (vetted_by <> proposed_by),
  check ((vetting = 'PENDING') = (vetted_by is null)),
  check (vetting <> 'REFUSED' or ended_on is not null)
);
-- one leader answers for a grid
create unique index grid_worker_leader_key on grid_worker (place_code) where post = 'LEADER' and ended_on is null;
create unique index grid_worker_once_key on grid_worker (place_code, person_id) where ended_on is null;
create index grid_worker_person_idx on grid_worker (person_id);
grant select, insert, update on grid_worker to qiangcun_app;
call fence('grid_worker');

insert into role_authority (role, authority) values
  ('COUNTY', 'grid.network.read'), ('COUNTY', 'grid.network.shape'), ('COUNTY', 'grid.network.staff'), ('COUNTY', 'grid.network.vet'),
  ('TOWNSHIP', 'grid.network.read'), ('TOWNSHIP', 'grid.network.shape'), ('TOWNSHIP', 'grid.network.staff'), ('TOWNSHIP', 'grid.network.vet'),
  ('VILLAGE', 'grid.network.read'), ('VILLAGE', 'grid.network.staff'),
  ('GRID', 'grid.network.read');

-- A grid without a leader answers to nobody.
insert into rule_parameter (code, amount, basis, source, valid_from) values
  ('grid.network.unled-days', 10, 'DESIGN', '系统默认：网格长出缺后应在规定工作日内补齐，可按本地规定调整', '2021-01-01');

insert into warning_step (rule_code, working_days, valid_from, level, holder_level, basis_kind, basis_text) values
  ('grid.unled', 1, '2021-01-01', 'YELLOW', 'TOWNSHIP', 'DESIGN', '网格长出缺超过规定工作日的，由上一级督促补齐，可按本地规定调整'),
  ('grid.unled', 20, '2021-01-01', 'ORANGE', 'COUNTY', 'DESIGN', '超过规定期限约一个月仍未补齐的，由县级督办，可按本地规定调整');
