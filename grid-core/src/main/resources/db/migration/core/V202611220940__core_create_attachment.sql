-- files of records; the bytes lie in qiangcun.attachments.directory under the attachment's id
create table attachment (
  attachment_id      uuid primary key,
  version            bigint not null,
  created_at         timestamptz not null,
  created_by         text not null,
  changed_at         timestamptz not null,
  changed_by         text not null,
  place_code         varchar(18) collate "C" not null references place,
  owner_kind         text not null,
  owner_id           uuid not null,
  name               text not null,
  type               text not null check (type in ('JPEG', 'PNG', 'PDF', 'DOCX', 'XLSX')),
  size               bigint not null check (size > 0),
  sha256             text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  recorded_at        timestamptz not null,
  recorded_by        text not null,
  recorded_by_person text not null,
  removed_at         timestamptz,
  removed_by         text,
  removed_by_person  text
);
create index attachment_of on attachment (owner_id, owner_kind);
grant select, insert, update on table attachment to qiangcun_app;
call fence('attachment');
