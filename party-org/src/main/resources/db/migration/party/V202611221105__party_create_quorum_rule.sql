-- how many must be present for what was held to stand; a fact shown beside the record, never a reason to refuse it
create table party_quorum_rule (
  kind       text not null,
  valid_from date not null,
  valid_to   date check (valid_to > valid_from),
  at_least   numeric(4, 3) not null check (at_least > 0 and at_least <= 1),
  basis      text not null,
  text       text not null,
  primary key (kind, valid_from)
);
grant select on party_quorum_rule to qiangcun_app;

insert into party_quorum_rule (kind, valid_from, at_least, basis, text) values
  ('MEMBERS_MEETING', date '2018-10-28', 0.5, '《中国共产党支部工作条例（试行）》第十一条', '党员大会表决，须有半数以上有表决权的党员到会。'),
  ('COMMITTEE_MEETING', date '2018-10-28', 0.5, '《中国共产党支部工作条例（试行）》第十二条', '支委会须有半数以上委员到会方可进行。');
