-- To which account income and expenses are transferred at the end of a year, and where its result waits to be distributed.
alter table economy_regime add column result_account text, add column undistributed_account text;
update economy_regime set result_account = '321', undistributed_account = '32202' where regime in ('VILLAGE_2023', 'VILLAGE_2004');
update economy_regime set result_account = '331', undistributed_account = '33202' where regime = 'COOPERATIVE_2021';
alter table economy_regime alter column result_account set not null, alter column undistributed_account set not null;
alter table economy_regime
  add foreign key (regime, result_account) references economy_chart_account (regime, code),
  add foreign key (regime, undistributed_account) references economy_chart_account (regime, code);
