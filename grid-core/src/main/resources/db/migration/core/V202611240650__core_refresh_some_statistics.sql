-- As refresh_statistics(), for the tables named: while many rows are taken in, before the first of them is read by a plan that
-- still believes there are none of their places.
create procedure refresh_statistics(named text[]) language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  fresh regclass;
begin
  for fresh in select oid::regclass from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
      and relowner = current_user::regrole and relname = any(named) loop
    execute format('analyze %s', fresh);
  end loop;
end
$$;
revoke execute on procedure refresh_statistics(text[]) from public;
grant execute on procedure refresh_statistics(text[]) to qiangcun_app;
