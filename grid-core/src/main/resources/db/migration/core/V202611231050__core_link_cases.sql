-- A case that does another once more: the one before failed, is out of date, or rests on what has changed.
alter table procedure_case
  add follows      uuid references procedure_case,
  add again_reason text check (again_reason in ('ENDED', 'EXPIRED', 'CHANGED')),
  add again_note   text not null default '',
  add check ((follows is null) = (again_reason is null)),
  add check (again_reason is distinct from 'CHANGED' or again_note <> '');
create unique index procedure_case_follows_key on procedure_case (follows)
  where follows is not null and state <> 'ABANDONED';
create index procedure_case_follows_idx on procedure_case (follows) where follows is not null;
