-- In which grid of its place a household lives, where somebody has said so.
alter table household add grid_code varchar(18) collate "C" references place
  check (starts_with(grid_code, place_code) and length(grid_code) in (15, 18));
create index household_grid_idx on household (grid_code) where grid_code is not null;
