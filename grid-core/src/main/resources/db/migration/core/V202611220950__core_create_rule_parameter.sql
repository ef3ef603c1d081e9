-- Numbers that somebody other than a programmer decides. LAW and PARTY_REG rows may be made stricter, never looser.
create table rule_parameter (
  code       text not null,
  valid_from date not null,
  valid_to   date check (valid_to > valid_from),
  amount     numeric not null,
  basis      text not null check (basis in ('LAW', 'PARTY_REG', 'POLICY', 'LOCAL', 'DESIGN')),
  source     text not null,
  primary key (code, valid_from)
);
grant select, insert, update on rule_parameter to qiangcun_app;

insert into rule_parameter (code, valid_from, amount, basis, source) values
  ('core.report.review-working-days', '2020-01-01', 3, 'DESIGN', '强村：乡级收到月报后的审核时限，由县级按本地规定调整'),
  ('core.report.answer-working-days', '2020-01-01', 2, 'DESIGN', '强村：月报退回或被询问后的答复时限，由县级按本地规定调整');
