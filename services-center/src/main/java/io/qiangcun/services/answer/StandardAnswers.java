package io.qiangcun.services.answer;

import io.qiangcun.core.account.Scope;
import io.qiangcun.core.domain.Sha256;
import io.qiangcun.core.place.CountyMemory;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.register.RowCorrected;
import io.qiangcun.core.register.RowEnded;
import io.qiangcun.core.register.RowEntered;
import io.qiangcun.core.register.RowVoided;
import io.qiangcun.services.catalogue.WordSearch;
import io.qiangcun.services.centre.AskedOften;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The answers that hold in a county today, kept in memory. They are public, so reading them asks for no rights; they are
 * written in the register, like everything a county words itself.
 */
@Component
public class StandardAnswers implements AskedOften {

    /** How many are put before somebody who did not look for them. */
    private static final int OFFERED = 3;

    /** How many stand on a door. */
    private static final int ON_A_DOOR = 5;

    private final JdbcClient database;
    private final TransactionTemplate reading;
    private final Clock clock;
    private final CountyMemory<Snapshot> memory;

    StandardAnswers(JdbcClient database, PlatformTransactionManager transactions, Clock clock) {
        this.database = database;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.clock = clock;
        this.memory = new CountyMemory<>(clock, this::read);
    }

    private record Snapshot(List<StandardAnswer> answers, String tag) {}

    /** Those that hold in the county of the place, the most used first. */
    public List<StandardAnswer> all(PlaceCode place) {
        return memory.of(place).answers();
    }

    /** Answers hold for a county, so all its centres name the same. */
    @Override
    public List<Question> at(PlaceCode place) {
        return all(place).stream()
                .limit(ON_A_DOOR)
                .map(answer -> new Question(answer.question(), answer.answer(), answer.source()))
                .toList();
    }

    /** By words as people say them, the best first. */
    public List<StandardAnswer> search(PlaceCode place, String words) {
        return WordSearch.find(
                all(place),
                answer -> new WordSearch.Words(answer.item(), answer.question(), "", answer.answer()),
                words);
    }

    /** At most three that may answer what somebody said: those about the service he means, then by his words. */
    public List<StandardAnswer> fitting(PlaceCode place, String said, @Nullable String item) {
        var about = item == null
                ? Stream.<StandardAnswer>empty()
                : all(place).stream().filter(answer -> answer.item().equals(item));
        return Stream.concat(about, search(place, said).stream())
                .distinct()
                .limit(OFFERED)
                .toList();
    }

    public Optional<StandardAnswer> find(PlaceCode place, UUID id) {
        return all(place).stream()
                .filter(answer -> answer.answerId().equals(id))
                .findFirst();
    }

    /** Changes when anything about the answers of the county does. */
    public String tag(PlaceCode place) {
        return memory.of(place).tag();
    }

    /**
     * A request was answered with it, in the transaction that answers. One that holds no longer is not counted.
     *
     * @param where whose clerk answered
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void use(Jurisdiction where, PlaceCode asked, UUID request, UUID answer) {
        if (find(asked, answer).isEmpty()) {
            return;
        }
        database.sql("""
                        insert into services_answer_use (request_id, answer_id, place_code, used_at) values (:request, :answer, :place, :at)
                        """)
                .param("request", request)
                .param("answer", answer)
                .param("place", where.root().value())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whatever row it was: reading the answers again costs less than telling. */
    @TransactionalEventListener({RowEntered.class, RowCorrected.class, RowEnded.class, RowVoided.class})
    void forget(PlaceBound row) {
        memory.forget(row.placeCode());
    }

    private Snapshot read(PlaceCode county) {
        var there = Jurisdiction.within(county);
        List<StandardAnswer> answers;
        try (var scope = Scope.as(there, Jurisdiction.nowhere())) {
            answers = Objects.requireNonNullElse(reading.execute(status -> read(there)), List.<StandardAnswer>of());
        }
        var tag = Sha256.hex(answers.stream().map(StandardAnswer::toString).collect(Collectors.joining()));
        return new Snapshot(answers, tag.substring(0, 16));
    }

    private List<StandardAnswer> read(Jurisdiction there) {
        return database.sql("""
                        select r.row_id as answer_id, r.cells->>'question' as question, r.cells->>'answer' as answer,
                          coalesce(r.cells->>'item', '') as item, r.cells->>'source' as source, r.starts_on as since,
                          (select count(*) from services_answer_use u where u.answer_id = r.row_id) as used
                        from register_row r
                        where r.register_code = 'services.answer' and r.place_code >= :lo and r.place_code < :hi and not r.voided
                          and r.starts_on <= :today and (r.current_to is null or r.current_to >= :today)
                        order by used desc, r.starts_on desc, r.row_id
                        """)
                .param("lo", there.lo())
                .param("hi", there.hi())
                .param("today", LocalDate.now(clock))
                .query(StandardAnswer.class)
                .list();
    }
}
