-- One county's paper only names the cards (SY-070): nobody has them who does not want them.
insert into rule_parameter (code, amount, basis, source, wording, valid_from) values
  ('party.card-in-use', 0, 'DESIGN', '红黄牌默认不启用', '1 为启用，0 为不启用；由县级按本地办法启用', '2018-01-01');
