package io.qiangcun.economy.notice;

import io.qiangcun.core.account.Scope;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets anybody read what was published, and ask about it: the notice behind the code in the address and nothing else. */
@Component
public class NoticeDoor {

    private final NoticeQueries queries;
    private final NoticeService notices;
    private final JdbcClient database;
    private final TransactionTemplate reading;

    NoticeDoor(
            NoticeQueries queries,
            NoticeService notices,
            JdbcClient database,
            PlatformTransactionManager transactions) {
        this.queries = queries;
        this.notices = notices;
        this.database = database;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /** What everybody may see. */
    public record Shown(NoticeRow notice, NoticeSheet sheet, List<Question> questions, List<NoticeRow> others) {}

    private record Found(UUID noticeId, String placeCode) {}

    /** Nothing if there is no such notice, or it was withdrawn. */
    public Optional<Shown> open(String code) {
        return find(code).map(found -> {
            var here = Jurisdiction.within(new PlaceCode(found.placeCode()));
            var id = new NoticeId(found.noticeId());
            try (var there = Scope.as(here, Jurisdiction.nowhere())) {
                var notice = queries.one(here, id).orElseThrow(() -> new NoticeNotFound(id));
                return new Shown(
                        notice, queries.sheet(here, id), queries.asked(here, id), queries.others(here, notice));
            }
        });
    }

    /** False if there is nothing to ask about. The same form sent twice asks once. */
    public boolean ask(String code, UUID question, Question.Kind kind, String words, String askedBy) {
        var found = find(code);
        found.ifPresent(notice -> {
            var place = new PlaceCode(notice.placeCode());
            try (var there = Scope.as(Jurisdiction.within(place))) {
                notices.ask(place, new NoticeId(notice.noticeId()), question, kind, words, askedBy);
            }
        });
        return found.isPresent();
    }

    private Optional<Found> find(String code) {
        try (var anywhere = Scope.as(Jurisdiction.everywhere(), Jurisdiction.nowhere())) {
            return Optional.ofNullable(reading.execute(status -> database.sql("""
                            select notice_id, place_code from economy_notice where public_code = :code and state = 'PUBLISHED'
                            """)
                            .param("code", code)
                            .query(Found.class)
                            .optional()))
                    .flatMap(found -> found);
        }
    }
}
