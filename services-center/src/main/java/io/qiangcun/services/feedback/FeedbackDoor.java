package io.qiangcun.services.feedback;

import io.qiangcun.core.account.Scope;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.PlaceNode;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.services.request.Receipts;
import io.qiangcun.services.request.WrongTries;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets anybody say what is wrong, with an account or without, and see again what became of it. */
@Component
public class FeedbackDoor {

    private static final int TOLD = 50;

    private final Feedbacks feedbacks;
    private final FeedbackQueries queries;
    private final WrongTries tries;
    private final PlaceTree places;
    private final JdbcClient database;
    private final Clock clock;
    private final TransactionTemplate reading;

    FeedbackDoor(
            Feedbacks feedbacks,
            FeedbackQueries queries,
            WrongTries tries,
            PlaceTree places,
            JdbcClient database,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.feedbacks = feedbacks;
        this.queries = queries;
        this.tries = tries;
        this.places = places;
        this.database = database;
        this.clock = clock;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /** What somebody said, with what was done about it. */
    public record Told(FeedbackView feedback, List<FeedbackLine> lines) {}

    private record Found(UUID feedbackId, String placeCode, boolean telephone) {}

    /** Who hears it. */
    public List<PlaceNode> counties() {
        try (var anywhere = Scope.as(Jurisdiction.everywhere(), Jurisdiction.nowhere())) {
            return places.all(Jurisdiction.everywhere(), PlaceKind.COUNTY, LocalDate.now(clock));
        }
    }

    public List<FeedbackKind> kinds() {
        return queries.kinds();
    }

    /** Of somebody who does not want to be known nothing is kept, in the audit trail neither. Answers the receipt. */
    public String send(SendFeedback said) {
        if (counties().stream().noneMatch(county -> county.code().equals(said.county()))) {
            throw new FeedbackRefused("county", "no-such-county");
        }
        var context = SecurityContextHolder.getContext();
        if (said.sender() == null) {
            SecurityContextHolder.setContext(SecurityContextHolder.createEmptyContext());
        }
        try (var scope = Scope.as(Jurisdiction.within(said.county()))) {
            return feedbacks.receive(said);
        } finally {
            SecurityContextHolder.setContext(context);
        }
    }

    /** What was changed because somebody said something, as the counties tell it, the last first. */
    public List<FeedbackQueries.Released> released() {
        try (var anywhere = Scope.as(Jurisdiction.everywhere(), Jurisdiction.nowhere())) {
            return queries.released(Jurisdiction.everywhere(), TOLD);
        }
    }

    /**
     * Nothing if one of the two is wrong, or too many were.
     *
     * @param tail the last four digits of the telephone number, if one was left
     */
    public Optional<Told> open(String typed, String tail) {
        var receipt = Receipts.typed(typed).orElse("");
        if (receipt.isEmpty() || tries.isClosed(receipt)) {
            return Optional.empty();
        }
        Optional<Found> found;
        try (var anywhere = Scope.as(Jurisdiction.everywhere(), Jurisdiction.nowhere())) {
            found = Optional.ofNullable(reading.execute(status -> known(receipt, tail.strip())))
                    .flatMap(known -> known);
        }
        if (found.isEmpty()) {
            tries.wrong(receipt);
        }
        return found.flatMap(known -> {
            var there = Jurisdiction.within(new PlaceCode(known.placeCode()));
            var id = new FeedbackId(known.feedbackId());
            try (var scope = Scope.as(there, Jurisdiction.nowhere())) {
                return queries.find(there, id).map(feedback -> new Told(feedback, queries.lines(there, id)));
            }
        });
    }

    private Optional<Found> known(String receipt, String tail) {
        return database.sql("""
                        select feedback_id, place_code, phone is not null as telephone from services_feedback where receipt = :receipt
                        """)
                .param("receipt", receipt)
                .query(Found.class)
                .optional()
                .filter(found -> !found.telephone()
                        || feedbacks
                                .phoneOf(found.feedbackId())
                                .filter(phone -> phone.hasTail(tail))
                                .isPresent());
    }
}
