-- For whoever just wrote many rows and goes on to read them: the planner still believes that the tables are empty.
-- Only the owner of a table may look at it for statistics, and the application's role owns none.
create procedure refresh_statistics() language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  fresh regclass;
begin
  for fresh in select oid::regclass from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relowner = current_user::regrole loop
    execute format('analyze %s', fresh);
  end loop;
end
$$;
revoke execute on procedure refresh_statistics from public;
grant execute on procedure refresh_statistics to qiangcun_app;
