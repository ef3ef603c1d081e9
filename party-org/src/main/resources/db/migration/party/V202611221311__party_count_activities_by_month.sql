-- Everything the activity metrics count, so that a county's month is read from the index alone.
create index party_activity_month_idx on party_activity (held_on, place_code)
  include (kind, status, present_count, expected_count);
