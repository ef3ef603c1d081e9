package io.qiangcun.services.request;

import io.qiangcun.core.parameter.RuleParameters;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.services.request.PastRequest.Step;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes over requests of the past: each goes through its acts as if they were done at their time. */
@Service
@Transactional
public class RequestTakeover {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final RequestBook book;
    private final Receipts receipts;
    private final RequestRatings ratings;
    private final RuleParameters parameters;
    private final JdbcClient database;

    RequestTakeover(
            RequestBook book,
            Receipts receipts,
            RequestRatings ratings,
            RuleParameters parameters,
            JdbcClient database) {
        this.book = book;
        this.receipts = receipts;
        this.ratings = ratings;
        this.parameters = parameters;
        this.database = database;
    }

    /** All of them lie in the jurisdiction. */
    public void takeOver(Jurisdiction jurisdiction, List<PastRequest> past) {
        past.forEach(request -> {
            if (!jurisdiction.covers(request.asked().place())) {
                throw new IllegalArgumentException(
                        "Outside " + jurisdiction + ": " + request.asked().place());
            }
            takeOver(request);
        });
    }

    private void takeOver(PastRequest past) {
        var asked = past.asked();
        var item = asked.item();
        var request = ServiceRequest.opened(
                new ServiceRequest.Origin(
                        asked.id(),
                        asked.place(),
                        receipts.next(),
                        asked.purpose(),
                        asked.channel(),
                        item,
                        item == null ? 0 : item.legalDays(),
                        item == null ? daysOf(asked.purpose(), past) : item.promisedDays(),
                        past.at(),
                        asked.agentName(),
                        null),
                asked.place(),
                Clerk.citizen());
        book.insert(request, asked, Clerk.citizen());
        for (var step : past.steps()) {
            run(request, step);
            if (!request.state.isOver() && step.act() != RequestAct.CLAIM) {
                book.scheduleWritten(request);
            }
        }
        book.save(request);
        link(request, past.steps());
        var rating = past.rating();
        if (rating != null) {
            request.version++;
            ratings.rate(request, rating, Objects.requireNonNull(past.ratedAt()));
        }
    }

    private void link(ServiceRequest request, List<Step> steps) {
        var back = steps.stream()
                .filter(step -> step.act() == RequestAct.GRID_BACK)
                .map(Step::at)
                .findFirst();
        steps.stream().filter(step -> step.act() == RequestAct.HAND_TO_GRID).forEach(step -> database.sql("""
                                insert into services_request_event (request_id, place_code, event_id, handed_at, ended_at, ended_as)
                                values (:request, :place, :event, :at, :ended, case when cast(:ended as timestamptz) is not null then 'CLOSED' end)
                                """)
                .param("request", request.origin.id().value())
                .param("place", request.origin.place().value())
                .param("event", step.event())
                .param("at", step.at().atOffset(ZoneOffset.UTC))
                .param("ended", back.map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null))
                .update());
    }

    private int daysOf(Purpose purpose, PastRequest past) {
        return parameters.wholeNumber(
                purpose == Purpose.QUESTION ? "services.request.question-days" : "services.request.problem-days",
                LocalDate.ofInstant(past.at(), CHINA));
    }

    private static void run(ServiceRequest request, Step step) {
        var by = step.by();
        var clerk = by == null ? Clerk.citizen() : new Clerk(step.place(), by);
        var at = step.at();
        switch (step.act()) {
            case CLAIM -> request.claim(clerk, at);
            case HAND_OVER -> request.handOver(Objects.requireNonNull(step.to()), false, step.note(), clerk, at);
            case PETITION -> request.treatAsPetition(step.to(), step.note(), clerk, at);
            case HAND_TO_GRID ->
                request.handToGrid(
                        Objects.requireNonNull(step.event()),
                        Objects.requireNonNull(step.to()),
                        step.note(),
                        clerk,
                        at);
            case GRID_BACK -> request.backFromGrid(step.note(), clerk.actor().holder(), at);
            case SUPPLEMENT -> request.askForSupplement(step.note(), clerk, at);
            case SUPPLIED -> request.supplied(step.note(), clerk, at);
            case ACCEPT -> request.accept(clerk, at);
            case REFUSE -> request.refuse(step.note(), clerk, at);
            case START -> request.start(clerk, at);
            case PAUSE -> request.pause(WaitingFor.EXPERT, step.note(), clerk, at);
            case RESUME -> request.resume(step.note(), clerk, at);
            case DECIDE -> request.decide(Objects.requireNonNull(step.outcome()), step.note(), clerk, at);
            case DELIVER -> request.deliver(step.note(), clerk, at);
            case ANSWER -> request.answer(step.note(), clerk, at);
            case WITHDRAW -> request.withdraw(step.note(), at);
            default -> throw new IllegalArgumentException("Not taken over: " + step.act());
        }
    }
}
