-- What the duty calendar was last written from, so that a second start on the same day does not write it again.
create table duty_calendar_kept (
  only_one    boolean primary key default true check (only_one),
  fingerprint text not null,
  kept_at     timestamptz not null
);
grant select, insert, update on duty_calendar_kept to qiangcun_app;
