-- The village writes down what happened, the township's agents look it over, post it and close the month (委托代理，四权不变).
insert into role_authority (role, authority) values
  ('VILLAGE', 'economy.book.read'), ('VILLAGE', 'economy.voucher.write'),
  ('TOWNSHIP', 'economy.book.read'), ('TOWNSHIP', 'economy.book.manage'), ('TOWNSHIP', 'economy.voucher.write'),
  ('TOWNSHIP', 'economy.voucher.review'), ('TOWNSHIP', 'economy.month.close'), ('TOWNSHIP', 'economy.month.reopen'),
  ('COUNTY', 'economy.book.read'), ('AUDITOR', 'economy.book.read');
