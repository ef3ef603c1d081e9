-- A post in the Party's committee may be stopped for a time, by a case; an elected one may not.
alter table party_post
  add suspended_since date check (suspended_since >= since),
  add suspended_until date check (suspended_until >= suspended_since),
  add suspended_by    uuid,
  add check (suspended_until is null or track = 'PARTY' and ended_on is null);

insert into rule_parameter (code, amount, basis, source, valid_from) values
  ('party.appeal-days', 30, 'DESIGN', '强村默认规则：决定之日起30日内可以申诉，由县级按本地规定调整', '2018-01-01'),
  ('party.criticisms-a-year', 3, 'LOCAL', '本地“五奖六停七退”办法：一年内被上级通报批评三次以上', '2018-01-01'),
  ('party.rectification-satisfaction', 80, 'DESIGN', '强村默认规则：整顿验收时群众满意度不低于80%，由县级按本地规定调整', '2018-01-01'),
  ('party.card-half-year-percent', 50, 'DESIGN', '强村默认规则：半年完成不到全年目标一半的发黄牌，由县级按本地规定调整', '2018-01-01'),
  ('party.card-yellow-percent', 80, 'DESIGN', '强村默认规则：全年完成不到目标80%的发黄牌，由县级按本地规定调整', '2018-01-01'),
  ('party.card-red-percent', 60, 'DESIGN', '强村默认规则：全年完成不到目标60%的发红牌，由县级按本地规定调整', '2018-01-01');
