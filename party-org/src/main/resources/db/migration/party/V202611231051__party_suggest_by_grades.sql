insert into party_rule (code, valid_from, amount, basis_kind, basis_source, basis_article, basis_text) values
  ('party.screening-satisfaction-percent', '2018-01-01', 60, 'LOCAL', '本地软弱涣散党组织排查办法', '', '服务能力弱，群众满意度低于60%。'),
  ('party.screening-grade-months', '2018-01-01', 12, 'LOCAL', '本地软弱涣散党组织排查办法', '', '年度考核评议为最低等次；提示取近12个月的评议，可按本地规定调整。');
