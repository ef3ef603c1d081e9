package io.qiangcun.bench;

import java.sql.Connection;
import java.sql.SQLException;

/** Years of requests of a county: nearly all answered, some thousands with a village, its township or the county. */
final class Requests {

    static final int IN_THE_TABLE = 200_000;

    private static final int OPEN = 10_000;

    private Requests() {}

    /** Nobody opens these one by one, so that who asked may be the same bytes everywhere. */
    static void fill(Connection database) throws SQLException {
        try (var statement = database.createStatement()) {
            database.setAutoCommit(false);
            statement.execute("""
                    insert into services_request (request_id, place_code, version, receipt, purpose, channel, promised_days, matter,
                      priority, applicant, phone, applied_at, applied_post, applied_person, state, acts, moved_at, holder_place,
                      extended_by, due_at, decided_at, decided_post, decided_person, outcome, result, closed_at, closed_in_time)
                    select md5('bench' || n)::uuid, place, 0,
                      upper(regexp_replace(left(md5('receipt' || n), 12), '(....)(....)(....)', '\\1-\\2-\\3')),
                      'QUESTION', 'WEB', 3, '想问第' || n || '件事怎么办，要带什么材料，什么时候能办', mod(n, 20) = 0, '\\x00', '\\x00',
                      at, 'bench', 'bench', case when open then 'APPLIED' else 'DELIVERED' end, case when open then 1 else 2 end, at,
                      case when open then left(place, case mod(n, 10) when 0 then 6 when 1 then 9 when 2 then 9 else 12 end) end,
                      0, at + interval '3 days', case when not open then at end, case when not open then 'bench' end,
                      case when not open then 'bench' end, case when not open then 'ANSWERED' end,
                      case when not open then '已答复' end, case when not open then at end, case when not open then true end
                    from (
                      select n, n <= %d as open, now() - n * interval '10 minutes' as at,
                        places.codes[1 + mod(n, array_length(places.codes, 1))] as place
                      from generate_series(1, %d) n,
                        (select array_agg(place_code::text order by place_code) as codes from place
                          where length(place_code) = 12 and valid_to is null) places
                    ) asked
                    """.formatted(OPEN, IN_THE_TABLE));
            statement.execute("""
                    insert into services_request_act (request_id, number, place_code, at, kind, from_state, to_state, holder_place, post,
                      person, note)
                    select request_id, 1, place_code, applied_at, 'APPLY', 'NONE', 'APPLIED', coalesce(holder_place, place_code), 'bench',
                      'bench', ''
                    from services_request where applied_post = 'bench'
                    """);
            statement.execute("""
                    insert into services_request_act (request_id, number, place_code, at, kind, from_state, to_state, post, person, note)
                    select request_id, 2, place_code, closed_at, 'ANSWER', 'APPLIED', 'DELIVERED', 'bench', 'bench', result
                    from services_request where applied_post = 'bench' and closed_at is not null
                    """);
            database.commit();
            database.setAutoCommit(true);
            statement.execute("vacuum analyze services_request, services_request_act");
        }
    }
}
