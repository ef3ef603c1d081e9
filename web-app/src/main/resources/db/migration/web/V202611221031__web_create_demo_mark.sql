-- One row in a database that the demo filled: such a database is opened in demo mode only, and no other is.
create table web_demo (
  loaded_at timestamptz not null,
  years     integer not null
);
grant select, insert on web_demo to qiangcun_app;
