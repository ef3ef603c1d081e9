package io.qiangcun.grid.incident;

/**
 * How things stand in the places of a level, as one select. Of each number what a place said last counts; what a later
 * version does not mention still stands. A place's own word counts; where it has said nothing, what its grids said is
 * added up. Binds {@code :incident}, {@code :lo}, {@code :hi} and {@code :digits}, the length of the codes of the level.
 */
final class StandingSql {

    private static final String LATEST_FIRST = " order by counts_at desc, received_at desc";

    static final String SELECT = """
            with said as (
              select place_code, count(*)::int as versions, max(counts_at) as said_at,
                length(place_code) = :digits as own,
                (array_agg(needs%1$s))[1] as needs,
                (array_agg(complete%1$s))[1] as complete,
                (array_agg(longitude%1$s) filter (where longitude is not null))[1] as longitude,
                (array_agg(latitude%1$s) filter (where latitude is not null))[1] as latitude,
                %2$s
              from grid_incident_report
              where incident_id = :incident and place_code >= :lo and place_code < :hi
              group by place_code
            ), heard as (
              select said.*, left(place_code, :digits) as at_place,
                bool_or(own) over (partition by left(place_code, :digits)) as own_word,
                sum(versions) over (partition by left(place_code, :digits)) as all_versions
              from said where length(place_code) >= :digits
            ), standing as (
              select at_place, max(all_versions)::int as versions, max(said_at) as said_at, not bool_or(own) as by_grids,
                string_agg(nullif(needs, ''), '；' order by place_code) as needs, bool_and(complete) as complete,
                max(longitude) as longitude, max(latitude) as latitude,
                %3$s
              from heard where own or not own_word
              group by at_place
            )
            select c.concern_id, c.place_code, p.name as place_name, t.name as township_name, c.reports as owes,
              s.said_at, coalesce(s.versions, 0) as versions, coalesce(s.by_grids, false) as by_grids,
              coalesce(s.needs, '') as needs, coalesce(s.complete, false) as complete, s.longitude, s.latitude,
              %4$s
            from grid_incident_concern c
              join place p on p.place_code = c.place_code
              left join place t on t.place_code = left(c.place_code, 9) and length(c.place_code) > 9
              left join standing s on s.at_place = c.place_code
            where c.incident_id = :incident and c.place_code >= :lo and c.place_code < :hi
              and length(c.place_code) = :digits and (c.reports or :digits > 12 or s.at_place is not null)
            order by c.place_code
            """.formatted(
                    LATEST_FIRST,
                    Figure.each(column -> "(array_agg(" + column + LATEST_FIRST + ") filter (where " + column
                            + " is not null))[1] as " + column),
                    Figure.each(column -> "sum(" + column + ")::int as " + column),
                    Figure.each(column -> "s." + column));

    private StandingSql() {}
}
