-- Which seal was the last of a day is asked for by whoever needs a number that nobody could choose.
create index audit_seal_day_idx on audit_seal (sealed_at, seal_seq);
