-- What was open at the end of a month, and what was due in it, over a whole county: both are asked on every desk.
alter table warning add open_until date not null generated always as (coalesce(ended_on, 'infinity'::date)) stored;

create index warning_open_until_idx on warning (open_until, place_code) include (found_on, level, status);

create index duty_due_month_idx on duty (due_on, place_code) include (rule_id, fulfilled_on, late, waiver_id)
  where archived_at is null;
