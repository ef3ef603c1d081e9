-- What a region calls its places is a matter of its vocabulary, not of a rule's text.
update duty_rule set basis_text = '月报由记录自动生成，次月第5个工作日前确认上报；期限可按本地规定调整。'
where code = 'core.monthly-report';

update warning_step set basis_text = case working_days
  when -3 then '到期前3个工作日提醒责任单位，可按本地规定调整'
  when 1 then '逾期第1个工作日起由上一级跟进，可按本地规定调整'
  when 6 then '逾期第6个工作日起由上一级重点督办，可按本地规定调整'
  else '逾期第11个工作日起由最上一级督办，可按本地规定调整' end
where rule_code = 'core.duty-overdue';

update rule_parameter set source = '强村：上一级收到月报后的审核时限，可按本地规定调整'
where code = 'core.report.review-working-days';
update rule_parameter set source = '强村：月报退回或被询问后的答复时限，可按本地规定调整'
where code = 'core.report.answer-working-days';

update warning_step set basis_text = case working_days
  when 1 then '审核逾期第1个工作日起提醒审核单位，可按本地规定调整'
  else '审核逾期第4个工作日起由上一级督办，可按本地规定调整' end
where rule_code = 'core.report-review-late';
