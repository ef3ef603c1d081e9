-- One organisation, one account; people change by hand-over.
create unique index account_unit_key on account (unit) where unit is not null;
