-- What happens in a village, and the accounts it moves: a voucher begun from one is only filled in. Entries follow the clauses on
-- each account of 财会〔2004〕12号 and 财会〔2021〕37号, carried over to the chart of 2023.
create table economy_situation (
  regime    text not null references economy_regime,
  situation text not null check (situation ~ '^[a-z][a-z-]*$'),
  position  integer not null,
  name      text not null check (name <> ''),
  primary key (regime, situation)
);
grant select on economy_situation to qiangcun_app;

create table economy_situation_line (
  regime       text not null,
  situation    text not null,
  line_no      integer not null check (line_no > 0),
  side         text not null check (side in ('D', 'C')),
  account_code text not null,
  primary key (regime, situation, line_no),
  foreign key (regime, situation) references economy_situation (regime, situation),
  foreign key (regime, account_code) references economy_chart_account (regime, code)
);
grant select on economy_situation_line to qiangcun_app;

insert into economy_situation (regime, situation, position, name) values
  ('VILLAGE_2023', 'contract-fee', 1, '收到承包费'),
  ('VILLAGE_2023', 'contract-fee-due', 2, '承包费到期，成员户还没有交'),
  ('VILLAGE_2023', 'rent', 3, '收到资产租金'),
  ('VILLAGE_2023', 'rent-due', 4, '租金到期，还没有收到'),
  ('VILLAGE_2023', 'collected', 5, '收回外单位欠款'),
  ('VILLAGE_2023', 'collected-member', 6, '收回成员户欠款'),
  ('VILLAGE_2023', 'dividend', 7, '收到对外投资分红'),
  ('VILLAGE_2023', 'operating-subsidy', 8, '收到运转经费补助'),
  ('VILLAGE_2023', 'earmarked', 9, '收到专项资金'),
  ('VILLAGE_2023', 'earmarked-asset', 10, '用专项资金购建固定资产'),
  ('VILLAGE_2023', 'donation', 11, '收到捐赠款'),
  ('VILLAGE_2023', 'interest', 12, '收到存款利息'),
  ('VILLAGE_2023', 'cash-drawn', 13, '从银行提取现金'),
  ('VILLAGE_2023', 'cash-banked', 14, '现金存入银行'),
  ('VILLAGE_2023', 'office', 15, '支付办公费、电费等'),
  ('VILLAGE_2023', 'wages', 16, '计提管理人员工资'),
  ('VILLAGE_2023', 'wages-paid', 17, '发放工资'),
  ('VILLAGE_2023', 'public-labour', 18, '公益用工，还没有付'),
  ('VILLAGE_2023', 'labour-paid', 19, '发放劳务费'),
  ('VILLAGE_2023', 'asset', 20, '购买固定资产'),
  ('VILLAGE_2023', 'depreciation-business', 21, '计提经营用资产折旧'),
  ('VILLAGE_2023', 'depreciation-office', 22, '计提办公用资产折旧'),
  ('VILLAGE_2023', 'debt-paid', 23, '支付欠款'),
  ('VILLAGE_2023', 'tax', 24, '计提税金');

insert into economy_situation_line (regime, situation, line_no, side, account_code) values
  ('VILLAGE_2023', 'contract-fee', 1, 'D', '102'), ('VILLAGE_2023', 'contract-fee', 2, 'C', '501'),
  ('VILLAGE_2023', 'contract-fee-due', 1, 'D', '113'), ('VILLAGE_2023', 'contract-fee-due', 2, 'C', '501'),
  ('VILLAGE_2023', 'rent', 1, 'D', '102'), ('VILLAGE_2023', 'rent', 2, 'C', '501'),
  ('VILLAGE_2023', 'rent-due', 1, 'D', '112'), ('VILLAGE_2023', 'rent-due', 2, 'C', '501'),
  ('VILLAGE_2023', 'collected', 1, 'D', '102'), ('VILLAGE_2023', 'collected', 2, 'C', '112'),
  ('VILLAGE_2023', 'collected-member', 1, 'D', '102'), ('VILLAGE_2023', 'collected-member', 2, 'C', '113'),
  ('VILLAGE_2023', 'dividend', 1, 'D', '102'), ('VILLAGE_2023', 'dividend', 2, 'C', '502'),
  ('VILLAGE_2023', 'operating-subsidy', 1, 'D', '102'), ('VILLAGE_2023', 'operating-subsidy', 2, 'C', '503'),
  ('VILLAGE_2023', 'earmarked', 1, 'D', '102'), ('VILLAGE_2023', 'earmarked', 2, 'C', '241'),
  ('VILLAGE_2023', 'earmarked-asset', 1, 'D', '151'), ('VILLAGE_2023', 'earmarked-asset', 2, 'C', '102'),
  ('VILLAGE_2023', 'earmarked-asset', 3, 'D', '241'), ('VILLAGE_2023', 'earmarked-asset', 4, 'C', '311'),
  ('VILLAGE_2023', 'donation', 1, 'D', '102'), ('VILLAGE_2023', 'donation', 2, 'C', '311'),
  ('VILLAGE_2023', 'interest', 1, 'D', '102'), ('VILLAGE_2023', 'interest', 2, 'C', '504'),
  ('VILLAGE_2023', 'cash-drawn', 1, 'D', '101'), ('VILLAGE_2023', 'cash-drawn', 2, 'C', '102'),
  ('VILLAGE_2023', 'cash-banked', 1, 'D', '102'), ('VILLAGE_2023', 'cash-banked', 2, 'C', '101'),
  ('VILLAGE_2023', 'office', 1, 'D', '513'), ('VILLAGE_2023', 'office', 2, 'C', '102'),
  ('VILLAGE_2023', 'wages', 1, 'D', '513'), ('VILLAGE_2023', 'wages', 2, 'C', '212'),
  ('VILLAGE_2023', 'wages-paid', 1, 'D', '212'), ('VILLAGE_2023', 'wages-paid', 2, 'C', '102'),
  ('VILLAGE_2023', 'public-labour', 1, 'D', '514'), ('VILLAGE_2023', 'public-labour', 2, 'C', '213'),
  ('VILLAGE_2023', 'labour-paid', 1, 'D', '213'), ('VILLAGE_2023', 'labour-paid', 2, 'C', '102'),
  ('VILLAGE_2023', 'asset', 1, 'D', '151'), ('VILLAGE_2023', 'asset', 2, 'C', '102'),
  ('VILLAGE_2023', 'depreciation-business', 1, 'D', '511'), ('VILLAGE_2023', 'depreciation-business', 2, 'C', '152'),
  ('VILLAGE_2023', 'depreciation-office', 1, 'D', '513'), ('VILLAGE_2023', 'depreciation-office', 2, 'C', '152'),
  ('VILLAGE_2023', 'debt-paid', 1, 'D', '211'), ('VILLAGE_2023', 'debt-paid', 2, 'C', '102'),
  ('VILLAGE_2023', 'tax', 1, 'D', '512'), ('VILLAGE_2023', 'tax', 2, 'C', '214');
