insert into role_authority (role, authority) values ('COUNTY', 'grid.event.take-over');
