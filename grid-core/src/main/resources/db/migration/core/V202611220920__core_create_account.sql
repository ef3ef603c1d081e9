-- What each kind of post may do. Modules add their own authorities in their own migrations.
create table role_authority (
  role      text not null check (role in ('ADMINISTRATOR', 'AUDITOR', 'COUNTY', 'TOWNSHIP', 'VILLAGE')),
  authority text not null,
  primary key (role, authority)
);
grant select on role_authority to qiangcun_app;
