-- The working mode "1+1+9+N": the source names its positions only, so each county says what stands in them.
create table services_mode_part (
  within      varchar(18) collate "C" not null,
  position    text not null check (position in ('FIRST', 'SECOND', 'NINE', 'MORE')),
  number      int not null check (number between 1 and 60),
  label       text not null,
  explanation text not null,
  recorded_at        timestamptz not null,
  recorded_by        text not null,
  recorded_by_person text not null,
  primary key (within, position, number),
  check (position not in ('FIRST', 'SECOND') or number = 1),
  check (position <> 'NINE' or number <= 9),
  check (label <> '' or explanation = '')
);
grant select, insert, update on services_mode_part to qiangcun_app;
