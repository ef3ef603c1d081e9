insert into role_authority (role, authority) values
  ('COUNTY', 'party.organisation.read'),
  ('COUNTY', 'party.organisation.write'),
  ('COUNTY', 'party.activity.read'),
  ('COUNTY', 'party.activity.write'),
  ('TOWNSHIP', 'party.organisation.read'),
  ('TOWNSHIP', 'party.organisation.write'),
  ('TOWNSHIP', 'party.activity.read'),
  ('TOWNSHIP', 'party.activity.write'),
  ('VILLAGE', 'party.organisation.read'),
  ('VILLAGE', 'party.activity.read'),
  ('VILLAGE', 'party.activity.write');
