-- Several things can happen to a warning in one moment; their order is part of its history.
alter table warning_action add column action_no bigint generated always as identity;
