insert into role_authority (role, authority) values ('COUNTY', 'grid.number.set');
