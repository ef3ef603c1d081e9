insert into rule_parameter (code, amount, basis, source, valid_from) values
  ('party.applicant-age', 18, 'PARTY_REG', '《中国共产党章程》第一条：年满十八岁', '2018-01-01');
