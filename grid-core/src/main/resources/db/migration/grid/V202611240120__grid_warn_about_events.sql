insert into warning_step (rule_code, working_days, valid_from, level, holder_level, basis_kind, basis_text) values
  ('grid.event-untriaged', 0, '2020-01-01', 'YELLOW', 'VILLAGE', 'DESIGN', '超过受理时限提醒负责单位，可按本地规定调整'),
  ('grid.event-untriaged', 1, '2020-01-01', 'ORANGE', 'TOWNSHIP', 'DESIGN', '超过受理时限1个工作日由上一级督办，可按本地规定调整'),
  ('grid.event-overdue', 0, '2020-01-01', 'YELLOW', 'VILLAGE', 'DESIGN', '超过办理时限提醒负责单位，可按本地规定调整'),
  ('grid.event-overdue', 2, '2020-01-01', 'ORANGE', 'TOWNSHIP', 'DESIGN', '超过办理时限2个工作日由上一级督办，可按本地规定调整'),
  ('grid.event-overdue', 10, '2020-01-01', 'RED', 'COUNTY', 'DESIGN', '超过办理时限10个工作日由县级督办，可按本地规定调整'),
  ('grid.event-idle', 0, '2020-01-01', 'BLUE', 'VILLAGE', 'DESIGN', '多日没有办理动作提醒负责单位，可按本地规定调整'),
  ('grid.event-idle', 5, '2020-01-01', 'YELLOW', 'TOWNSHIP', 'DESIGN', '一周没有办理动作由上一级跟进，可按本地规定调整'),
  ('grid.event-ping-pong', 0, '2020-01-01', 'YELLOW', 'TOWNSHIP', 'DESIGN', '反复流转由上一级指定负责单位，可按本地规定调整'),
  ('grid.event-ping-pong', 3, '2020-01-01', 'ORANGE', 'COUNTY', 'DESIGN', '反复流转仍未定下责任的由县级指定，可按本地规定调整');
