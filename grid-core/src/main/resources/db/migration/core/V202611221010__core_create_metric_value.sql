-- Values of months that are locked, for every place from the county down to the villages: sums only, shares follow.
create table metric_value (
  place_code varchar(18) collate "C" not null references place,
  month      date not null check (extract(day from month) = 1),
  metric     text not null,
  amount     numeric not null,
  primary key (month, place_code, metric)
);
grant select, insert, update on metric_value to qiangcun_app;
call fence('metric_value');

-- Which months of which county are locked; every account may know.
create table locked_month (
  county_code varchar(6) collate "C" not null references place,
  month       date not null check (extract(day from month) = 1),
  locked_at   timestamptz not null,
  locked_by   text not null,
  primary key (county_code, month)
);
grant select, insert on locked_month to qiangcun_app;
alter table locked_month enable row level security;
alter table locked_month force row level security;
create policy locked_month_read on locked_month for select to qiangcun_app using (true);
create policy locked_month_insert on locked_month for insert to qiangcun_app with check (
  county_code >= current_setting('qiangcun.wlo', true) collate "C" and county_code < current_setting('qiangcun.whi', true) collate "C");
