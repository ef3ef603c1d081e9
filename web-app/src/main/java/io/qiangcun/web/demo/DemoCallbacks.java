package io.qiangcun.web.demo;

import io.qiangcun.core.audit.PastSeals;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.services.callback.CallbackDraws;
import io.qiangcun.services.callback.DrawId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What was drawn of the last months and what people said on the telephone; of the very last some still wait. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class DemoCallbacks {

    private static final int MONTHS = 3;
    private static final int TRIES = 3;
    private static final LocalTime LAST_SEAL = LocalTime.of(23, 50);
    private static final LocalTime NIGHT = LocalTime.of(3, 20);

    private final PastSeals seals;
    private final CallbackDraws draws;
    private final JdbcClient database;
    private final Clock clock;
    private final Jurisdiction county = Jurisdiction.within(DemoCounty.ROOT);

    DemoCallbacks(PastSeals seals, CallbackDraws draws, JdbcClient database, Clock clock) {
        this.seals = seals;
        this.draws = draws;
        this.database = database;
        this.clock = clock;
    }

    private record Caller(UUID accountId, String placeCode, String login, String holder) {}

    private record Call(
            UUID callbackId,
            String placeCode,
            int position,
            @Nullable String outcome) {}

    void write() {
        var months = IntStream.rangeClosed(1, MONTHS)
                .mapToObj(back -> YearMonth.now(clock).minusMonths((long) MONTHS + 1 - back))
                .toList();
        seals.seal(
                Jurisdiction.everywhere(),
                DemoCounty.ROOT,
                months.stream()
                        .map(month -> at(month.atEndOfMonth(), LAST_SEAL))
                        .toList());
        var callers = callers();
        for (var month : months) {
            var first = month.plusMonths(1).atDay(1);
            draws.drawnBefore(county, month, at(first, NIGHT))
                    .ifPresent(draw -> answer(draw, month, callers, month.equals(months.get(MONTHS - 1))));
        }
    }

    /** Nobody who dealt with any of it: of the county the second post, which deals with none. */
    private Map<String, Caller> callers() {
        return database.sql("""
                        select distinct on (a.place_code) a.account_id, a.place_code, a.login, coalesce(h.name, a.post) as holder
                        from account a left join account_holder h on h.account_id = a.account_id and h.held_until is null
                        where a.role in ('TOWNSHIP', 'COUNTY') and a.place_code >= :lo and a.place_code < :hi
                        order by a.place_code, a.role, a.login desc
                        """).param("lo", county.lo()).param("hi", county.hi()).query(Caller.class).list().stream()
                .collect(Collectors.toMap(Caller::placeCode, caller -> caller));
    }

    private void answer(DrawId draw, YearMonth month, Map<String, Caller> callers, boolean last) {
        var calls = database.sql("""
                        select callback_id, place_code, position, outcome from services_callback
                        where draw_id = :draw and place_code >= :lo and place_code < :hi order by position
                        """)
                .param("draw", draw.value())
                .param("lo", county.lo())
                .param("hi", county.hi())
                .query(Call.class)
                .list();
        for (var call : calls) {
            var caller = callers.get(call.placeCode());
            if (caller == null || last && call.position() % 3 == 0) {
                continue;
            }
            var day = month.plusMonths(1).atDay(2 + call.position() % 5);
            if (call.position() % 8 == 5) {
                miss(call, caller, day);
            } else {
                reach(call, caller, day, new DemoRandom("callback", month, call.position()), last, !last);
            }
        }
    }

    private void miss(Call call, Caller caller, LocalDate day) {
        for (var number = 1; number <= TRIES; number++) {
            tryOnce(call, caller, number, at(day.plusDays(number), LocalTime.of(9 + number, 30)), false, "无人接听");
        }
        end(call, caller, at(day.plusDays(TRIES), LocalTime.of(12, 30)), "NOT_REACHED", null, null);
    }

    private void reach(Call call, Caller caller, LocalDate day, DemoRandom random, boolean last, boolean settled) {
        var at = at(day, LocalTime.of(10, call.position() % 60));
        tryOnce(call, caller, 1, at, true, "");
        var unsolved = "SOLVED".equals(call.outcome()) && call.position() == (last ? 2 : 3);
        var money = !last && day.getMonthValue() % 2 == 0 && call.position() == 4;
        say(call, "SOLVED", unsolved ? "NO" : "YES", unsolved);
        say(call, "MONEY", money ? "YES" : "NO", money);
        say(call, "SATISFIED", Integer.toString(unsolved || money ? 2 : random.between(4, 5)), false);
        if (unsolved || random.happens(0.3)) {
            say(call, "WORDS", unsolved ? "说是修好了，过了几天又坏了。" : "来得快，态度也好。", false);
        }
        var place = money ? DemoCounty.ROOT.value() : call.placeCode();
        end(call, caller, at, "REACHED", unsolved || money ? place : null, settled ? at(day.plusDays(6), NIGHT) : null);
    }

    private void tryOnce(Call call, Caller caller, int number, Instant at, boolean reached, String note) {
        database.sql("""
                        insert into services_callback_try (callback_id, number, place_code, at, reached, post, person, note)
                        values (:id, :number, :place, :at, :reached, :post, :person, :note)
                        """)
                .param("id", call.callbackId())
                .param("number", number)
                .param("place", call.placeCode())
                .param("at", utc(at))
                .param("reached", reached)
                .param("post", caller.login())
                .param("person", caller.holder())
                .param("note", note)
                .update();
    }

    private void say(Call call, String question, String answer, boolean finding) {
        database.sql("""
                        insert into services_callback_answer (callback_id, question, place_code, answer, finding)
                        values (:id, :question, :place, :answer, :finding)
                        """)
                .param("id", call.callbackId())
                .param("question", question)
                .param("place", call.placeCode())
                .param("answer", answer)
                .param("finding", finding)
                .update();
    }

    private void end(
            Call call, Caller caller, Instant at, String as, @Nullable String found, @Nullable Instant settled) {
        var looked = found == null || settled == null ? null : utc(settled);
        database.sql("""
                        update services_callback set caller_account = :account, caller_place = place_code, caller_post = :post,
                          caller_person = :person, ended_at = :at, ended_as = :as, found_place = :found,
                          found_at = case when cast(:found as text) is null then null else cast(:at as timestamptz) end,
                          settled_at = cast(:settled as timestamptz),
                          settled_post = case when cast(:settled as timestamptz) is not null then :post end,
                          settled_person = case when cast(:settled as timestamptz) is not null then :person end,
                          settled_words = case when cast(:settled as timestamptz) is not null then '已经到现场核实，重新办理，并向本人说明。' end
                        where callback_id = :id and place_code >= :lo and place_code < :hi
                        """)
                .param("account", caller.accountId())
                .param("post", caller.login())
                .param("person", caller.holder())
                .param("at", utc(at))
                .param("as", as)
                .param("found", found)
                .param("settled", looked)
                .param("id", call.callbackId())
                .param("lo", county.lo())
                .param("hi", county.hi())
                .update();
    }

    /** None of it in the future. */
    private Instant at(LocalDate day, LocalTime time) {
        var at = day.atTime(time).atZone(clock.getZone()).toInstant();
        return at.isAfter(clock.instant()) ? clock.instant() : at;
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
