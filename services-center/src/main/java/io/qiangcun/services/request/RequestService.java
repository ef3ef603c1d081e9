package io.qiangcun.services.request;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.attachment.AttachmentOwner;
import io.qiangcun.core.attachment.AttachmentService;
import io.qiangcun.core.attachment.Upload;
import io.qiangcun.core.parameter.RuleParameters;
import io.qiangcun.core.people.IdentityNumber;
import io.qiangcun.core.people.PhoneNumber;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCategory;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.services.ServicesAuthorities;
import io.qiangcun.services.answer.StandardAnswers;
import io.qiangcun.services.hint.Hint;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes requests in and leads them to their end. */
@Service
@Transactional
public class RequestService {

    /** The kind of attachment. */
    public static final String ATTACHMENTS = "services.request";

    private static final String MAY_ACT = "hasAuthority('" + ServicesAuthorities.ACT_ON_REQUESTS + "')";
    private static final String MAY_RECORD = "hasAuthority('" + ServicesAuthorities.RECORD_REQUESTS + "')";

    private final RequestBook book;
    private final Receipts receipts;
    private final RequestGrid grid;
    private final StandardAnswers answers;
    private final PlaceTree places;
    private final AttachmentService attachments;
    private final RuleParameters parameters;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RequestService(
            RequestBook book,
            Receipts receipts,
            RequestGrid grid,
            StandardAnswers answers,
            PlaceTree places,
            AttachmentService attachments,
            RuleParameters parameters,
            ApplicationEventPublisher events,
            Clock clock) {
        this.book = book;
        this.receipts = receipts;
        this.grid = grid;
        this.answers = answers;
        this.places = places;
        this.attachments = attachments;
        this.parameters = parameters;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What whoever asked is given.
     *
     * @param hidden whether long numbers in his words were hidden
     * @param urgent whether it went to the grid at once, as an emergency
     */
    public record Received(String receipt, boolean hidden, boolean urgent) {}

    /** Written down by a post. Sent twice, it is one request. */
    @PreAuthorize(MAY_RECORD)
    public Received record(Jurisdiction jurisdiction, Actor actor, OpenRequest command, List<Upload> photos) {
        var place = places.require(command.place(), jurisdiction);
        if (place.validTo() != null) {
            throw new RequestRefused("place", "closed-place", place.name());
        }
        return open(jurisdiction, Clerk.of(jurisdiction, actor), command, photos, null, null);
    }

    /** Typed by whoever asks; nobody is signed in. */
    Received ask(Jurisdiction there, OpenRequest command, List<Upload> photos) {
        return open(there, Clerk.citizen(), command, photos, null, null);
    }

    /** The same, and at once with the grid. */
    Received askAtOnce(Jurisdiction there, OpenRequest command, List<Upload> photos, Hint emergency) {
        return open(there, Clerk.citizen(), command, photos, null, emergency);
    }

    /** @param about complained of; the request lies above it */
    Received complain(Jurisdiction there, OpenRequest command, List<Upload> photos, @Nullable PlaceCode about) {
        return open(there, Clerk.citizen(), command, photos, about, null);
    }

    private Received open(
            Jurisdiction jurisdiction,
            Clerk by,
            OpenRequest command,
            List<Upload> photos,
            @Nullable PlaceCode about,
            @Nullable Hint emergency) {
        var known = book.findOwn(jurisdiction, command.id());
        var matter = IdentityNumber.hiddenIn(command.matter());
        var hidden = !matter.equals(command.matter());
        if (known.isPresent()) {
            return new Received(known.get().origin.receipt(), hidden, known.get().urgent);
        }
        var item = command.item();
        var origin = new ServiceRequest.Origin(
                command.id(),
                command.place(),
                receipts.next(),
                command.purpose(),
                command.channel(),
                item,
                item == null ? 0 : item.legalDays(),
                item == null ? daysOf(command.purpose()) : item.promisedDays(),
                now(),
                command.agentName(),
                command.agentIsRecorder() ? by.account() : null);
        var desk = deskOf(command.place(), by);
        var request = command.purpose() == Purpose.PETITION
                ? ServiceRequest.complained(origin, desk, about, by)
                : ServiceRequest.opened(origin, desk, by);
        if (emergency != null) {
            grid.atOnce(jurisdiction, request, matter, command.applicant(), emergency);
        }
        book.insert(request, with(command, matter), by);
        if (emergency != null) {
            grid.linkNew(request);
        }
        if (!photos.isEmpty()) {
            attachments.attach(jurisdiction, by.actor(), ownerOf(request), photos);
        }
        events.publishEvent(new RequestOpened(command.id(), command.channel(), command.place()));
        return new Received(request.origin.receipt(), hidden, request.urgent);
    }

    private static OpenRequest with(OpenRequest said, String matter) {
        return new OpenRequest(
                said.id(),
                said.place(),
                said.purpose(),
                said.channel(),
                said.item(),
                matter,
                said.priority(),
                said.applicant(),
                said.phone(),
                said.agentName(),
                said.agentBasis(),
                said.agentIsRecorder());
    }

    /** Who writes it down at a desk keeps it; else it comes to the desk of the place it is about. */
    private static PlaceCode deskOf(PlaceCode place, Clerk by) {
        var own = by.place();
        if (own != null && own.contains(place) && own.kind().compareTo(PlaceKind.VILLAGE) <= 0) {
            return own;
        }
        var desk = place;
        while (desk.kind().compareTo(PlaceKind.VILLAGE) > 0) {
            desk = desk.parent().orElseThrow();
        }
        return desk;
    }

    private int daysOf(Purpose purpose) {
        var code =
                switch (purpose) {
                    case QUESTION -> "services.request.question-days";
                    case PETITION -> "services.petition.settle-days";
                    case APPLICATION, PROBLEM -> "services.request.problem-days";
                };
        return parameters.wholeNumber(code, LocalDate.now(clock));
    }

    /**
     * It is dealt with as a petition from now on.
     *
     * @param about complained of, in the line of the request; null if it is somebody else
     */
    @PreAuthorize(MAY_ACT)
    public void treatAsPetition(
            Jurisdiction jurisdiction,
            Actor actor,
            RequestId id,
            long version,
            @Nullable PlaceCode about,
            String words) {
        act(
                jurisdiction,
                actor,
                id,
                version,
                RequestAct.PETITION,
                (request, by) -> request.treatAsPetition(about, words, by, now()));
    }

    /** Of two who take it over at the same time, one is told that the other was faster. */
    @PreAuthorize(MAY_ACT)
    public void claim(Jurisdiction jurisdiction, Actor actor, RequestId id) {
        act(jurisdiction, actor, id, null, RequestAct.CLAIM, (request, by) -> request.claim(by, now()));
    }

    @PreAuthorize(MAY_ACT)
    public void release(Jurisdiction jurisdiction, Actor actor, RequestId id, long version) {
        act(jurisdiction, actor, id, version, RequestAct.RELEASE, (request, by) -> request.release(by, now()));
    }

    /** @param to in the line of places of the request, or a department of its county */
    @PreAuthorize(MAY_ACT)
    public void handOver(
            Jurisdiction jurisdiction, Actor actor, RequestId id, long version, PlaceCode to, String note) {
        // names of places above are no secret, and it may go up
        var target = places.path(to).stream()
                .filter(place -> place.code().equals(to) && place.validTo() == null)
                .findFirst()
                .orElseThrow(() -> new RequestRefused("place", "not-in-line"));
        var department = target.category() == PlaceCategory.ORGANS || target.category() == PlaceCategory.UNIT;
        act(jurisdiction, actor, id, version, RequestAct.HAND_OVER, (request, by) -> {
            var ofCounty = to.county().equals(request.origin.place().county());
            request.handOver(to, department && ofCounty, note, by, now());
        });
    }

    @PreAuthorize(MAY_ACT)
    public void handBack(Jurisdiction jurisdiction, Actor actor, RequestId id, long version, String reason) {
        act(jurisdiction, actor, id, version, RequestAct.HAND_BACK, (r, by) -> r.handBack(reason, by, now()));
    }

    @PreAuthorize(MAY_ACT)
    public void askForSupplement(Jurisdiction jurisdiction, Actor actor, RequestId id, long version, String missing) {
        act(jurisdiction, actor, id, version, RequestAct.SUPPLEMENT, (r, by) -> r.askForSupplement(missing, by, now()));
    }

    /** It was brought to the counter. */
    @PreAuthorize(MAY_ACT)
    public void supplied(Jurisdiction jurisdiction, Actor actor, RequestId id, long version, String words) {
        act(jurisdiction, actor, id, version, RequestAct.SUPPLIED, (r, by) -> r.supplied(words, by, now()));
    }

    @PreAuthorize(MAY_ACT)
    public void accept(Jurisdiction jurisdiction, Actor actor, RequestId id, long version) {
        act(jurisdiction, actor, id, version, RequestAct.ACCEPT, (request, by) -> request.accept(by, now()));
    }

    @PreAuthorize(MAY_ACT)
    public void refuse(Jurisdiction jurisdiction, Actor actor, RequestId id, long version, String reason) {
        act(jurisdiction, actor, id, version, RequestAct.REFUSE, (r, by) -> r.refuse(reason, by, now()));
    }

    @PreAuthorize(MAY_ACT)
    public void start(Jurisdiction jurisdiction, Actor actor, RequestId id, long version) {
        act(jurisdiction, actor, id, version, RequestAct.START, (request, by) -> request.start(by, now()));
    }

    /** Stops the clock, for what the law lets it be stopped for. */
    @PreAuthorize(MAY_ACT)
    public void pause(
            Jurisdiction jurisdiction, Actor actor, RequestId id, long version, WaitingFor what, String evidence) {
        act(jurisdiction, actor, id, version, RequestAct.PAUSE, (r, by) -> r.pause(what, evidence, by, now()));
    }

    @PreAuthorize(MAY_ACT)
    public void resume(Jurisdiction jurisdiction, Actor actor, RequestId id, long version, String note) {
        act(jurisdiction, actor, id, version, RequestAct.RESUME, (r, by) -> r.resume(note, by, now()));
    }

    @PreAuthorize(MAY_ACT)
    public void extend(Jurisdiction jurisdiction, Actor actor, RequestId id, long version, int days, String reason) {
        act(jurisdiction, actor, id, version, RequestAct.EXTEND, (request, by) -> {
            var most = parameters.wholeNumber(
                    request.purpose == Purpose.PETITION
                            ? "services.petition.extension-days"
                            : "services.request.extension-days",
                    LocalDate.now(clock));
            request.extend(days, most, reason, by, now());
        });
    }

    /** @param handedOut whether whoever asked has the result already */
    @PreAuthorize(MAY_ACT)
    public void decide(
            Jurisdiction jurisdiction,
            Actor actor,
            RequestId id,
            long version,
            Outcome outcome,
            String result,
            boolean handedOut) {
        act(jurisdiction, actor, id, version, RequestAct.DECIDE, (request, by) -> {
            request.decide(outcome, result, by, now());
            if (handedOut) {
                request.deliver("", by, now());
            }
        });
    }

    /** Nobody can fulfil it: written for whoever asked, once somebody else has said the same. */
    @PreAuthorize(MAY_ACT)
    public void explain(Jurisdiction jurisdiction, Actor actor, RequestId id, long version, String why) {
        act(jurisdiction, actor, id, version, RequestAct.EXPLAIN, (r, by) -> r.explain(why, by, now()));
    }

    @PreAuthorize(MAY_ACT)
    public void confirm(Jurisdiction jurisdiction, Actor actor, RequestId id, long version, String note) {
        act(jurisdiction, actor, id, version, RequestAct.CONFIRM, (r, by) -> r.confirm(note, by, now()));
    }

    @PreAuthorize(MAY_ACT)
    public void decline(Jurisdiction jurisdiction, Actor actor, RequestId id, long version, String why) {
        act(jurisdiction, actor, id, version, RequestAct.DECLINE, (r, by) -> r.decline(why, by, now()));
    }

    @PreAuthorize(MAY_ACT)
    public void deliver(Jurisdiction jurisdiction, Actor actor, RequestId id, long version, String how) {
        act(jurisdiction, actor, id, version, RequestAct.DELIVER, (r, by) -> r.deliver(how, by, now()));
    }

    /** @param standard the standard answer that the words began as, if they did */
    @PreAuthorize(MAY_ACT)
    public void answer(
            Jurisdiction jurisdiction, Actor actor, RequestId id, long version, String words, @Nullable UUID standard) {
        act(jurisdiction, actor, id, version, RequestAct.ANSWER, (r, by) -> {
            r.answer(words, by, now());
            if (standard != null) {
                answers.use(jurisdiction, r.origin.place(), id.value(), standard);
            }
        });
    }

    /** The telephone number of whoever asked, for who deals with it and says why. */
    @PreAuthorize(MAY_ACT)
    public PhoneNumber reveal(Jurisdiction jurisdiction, Actor actor, RequestId id, String reason) {
        var request = book.find(jurisdiction, id).orElseThrow(() -> new RequestNotFound(id));
        if (!Clerk.of(jurisdiction, actor).isAt(request.holder)) {
            throw new RequestRefused(null, "not-now");
        }
        if (reason.isBlank()) {
            throw new RequestRefused("reason", "no-reason");
        }
        events.publishEvent(new ApplicantRevealed(id, reason, request.origin.place()));
        return book.phone(id);
    }

    /** Whoever asked has brought what was missing, with photos of it. */
    void suppliedByCitizen(Jurisdiction there, RequestId id, String words, List<Upload> photos) {
        var request = book.lockOwn(there, id).orElseThrow(() -> new RequestNotFound(id));
        request.supplied(IdentityNumber.hiddenIn(words), Clerk.citizen(), now());
        keep(request, RequestAct.SUPPLIED);
        if (!photos.isEmpty()) {
            attachments.attach(there, Clerk.citizen().actor(), ownerOf(request), photos);
        }
    }

    void withdrawnByCitizen(Jurisdiction there, RequestId id, String words) {
        var request = book.lockOwn(there, id).orElseThrow(() -> new RequestNotFound(id));
        request.withdraw(IdentityNumber.hiddenIn(words), now());
        keep(request, RequestAct.WITHDRAW);
    }

    private void act(
            Jurisdiction jurisdiction,
            Actor actor,
            RequestId id,
            @Nullable Long version,
            RequestAct kind,
            BiConsumer<ServiceRequest, Clerk> verb) {
        var request = book.lock(jurisdiction, id).orElseThrow(() -> new RequestNotFound(id));
        if (version != null && version != request.version) {
            throw new RequestTaken();
        }
        verb.accept(request, Clerk.of(jurisdiction, actor));
        keep(request, kind);
    }

    private void keep(ServiceRequest request, RequestAct kind) {
        book.save(request);
        events.publishEvent(new RequestMoved(request.origin.id(), kind, request.origin.place()));
    }

    private static AttachmentOwner ownerOf(ServiceRequest request) {
        return new AttachmentOwner(ATTACHMENTS, request.origin.id().value(), request.origin.place());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
