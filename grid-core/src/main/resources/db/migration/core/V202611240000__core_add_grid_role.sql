-- Grid workers have posts of their own, at a grid or a micro-grid.
alter table role_authority drop constraint role_authority_role_check;
alter table role_authority add constraint role_authority_role_check
  check (role in ('ADMINISTRATOR', 'AUDITOR', 'COUNTY', 'TOWNSHIP', 'VILLAGE', 'GRID'));
alter table account drop constraint account_role_check;
alter table account add constraint account_role_check
  check (role in ('ADMINISTRATOR', 'AUDITOR', 'COUNTY', 'TOWNSHIP', 'VILLAGE', 'GRID'));
