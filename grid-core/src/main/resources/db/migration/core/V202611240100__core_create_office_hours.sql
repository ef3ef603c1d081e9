-- When offices are open on days that are worked: for limits that are counted in office minutes.
create table office_hours (
  valid_from   date not null,
  open_from    time not null,
  open_until   time not null check (open_until > open_from),
  basis_kind   text not null check (basis_kind in ('LAW', 'PARTY_REG', 'POLICY', 'LOCAL', 'DESIGN')),
  basis_source text not null check (basis_source <> ''),
  primary key (valid_from, open_from)
);
grant select on office_hours to qiangcun_app;

insert into office_hours (valid_from, open_from, open_until, basis_kind, basis_source) values
  ('2020-01-01', '08:30', '12:00', 'DESIGN', '强村：机关常见作息时间，可按本地规定调整'),
  ('2020-01-01', '14:30', '17:30', 'DESIGN', '强村：机关常见作息时间，可按本地规定调整');
