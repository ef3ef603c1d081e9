package io.qiangcun.services.request;

import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody asked for and how far it is. Every verb is one or two lines of its log; the database keeps both. */
final class ServiceRequest {

    /** What a request is from its first moment on. */
    record Origin(
            RequestId id,
            PlaceCode place,
            String receipt,
            Purpose purpose,
            RequestChannel channel,
            @Nullable RequestItem item,
            int legalDays,
            int promisedDays,
            Instant appliedAt,
            @Nullable String agentName,
            @Nullable UUID agentAccount) {}

    final Origin origin;
    long version;
    RequestState state = RequestState.APPLIED;
    int acts;
    Instant movedAt;

    @Nullable
    PlaceCode holder;

    @Nullable
    PlaceCode handedFrom;

    @Nullable
    PlaceCode department;

    Purpose purpose;

    /** Complained about; never holds it. */
    @Nullable
    PlaceCode petitionAbout;

    @Nullable
    Instant petitionSince;

    /** Sent on at once, as an emergency. */
    boolean urgent;

    /** Why nobody can fulfil it; waits for somebody else who says the same. */
    @Nullable
    String explanation;

    @Nullable
    Instant explainedAt;

    @Nullable
    UUID explainedBy;

    @Nullable
    String explainedPost;

    @Nullable
    String explainedPerson;

    /** The last grid event that it became. */
    @Nullable
    UUID event;

    /** Where that lies. */
    @Nullable
    PlaceCode eventPlace;

    /** Until it is over nothing is decided. */
    boolean eventOpen;

    /** Whether it ended while it was with the grid. */
    boolean leftGrid;

    @Nullable
    UUID claimedBy;

    @Nullable
    String claimedPost;

    @Nullable
    String claimedPerson;

    @Nullable
    String supplement;

    @Nullable
    WaitingFor waitingFor;

    @Nullable
    Instant acceptedAt;

    int extendedBy;

    @Nullable
    Instant dueAt;

    @Nullable
    Instant legalDueAt;

    @Nullable
    Instant decidedAt;

    @Nullable
    UUID decidedBy;

    @Nullable
    String decidedPost;

    @Nullable
    String decidedPerson;

    @Nullable
    Outcome outcome;

    @Nullable
    String result;

    @Nullable
    Instant closedAt;

    @Nullable
    Boolean closedInTime;

    private final List<ActLine> unwritten = new ArrayList<>();

    /** As it is kept. */
    ServiceRequest(Origin origin, Instant movedAt) {
        this.origin = origin;
        this.movedAt = movedAt;
        this.purpose = origin.purpose();
    }

    /** Written down by a post, it is that post's to begin with; typed by whoever asks, it waits to be taken over. */
    static ServiceRequest opened(Origin origin, PlaceCode desk, Clerk by) {
        var request = new ServiceRequest(origin, origin.appliedAt());
        request.holder = desk;
        request.write(RequestAct.APPLY, null, RequestState.APPLIED, by, origin.appliedAt(), "");
        if (by.isAt(desk)) {
            request.claim(by, origin.appliedAt());
        }
        return request;
    }

    /** Said to be a complaint from its first word. */
    static ServiceRequest complained(Origin origin, PlaceCode desk, @Nullable PlaceCode about, Clerk by) {
        var request = opened(origin, desk, by);
        request.petitionAbout = about;
        request.petitionSince = origin.appliedAt();
        return request;
    }

    /** Whoever holds it sees that it complains of somebody; from then on it lies above whom it complains of. */
    void treatAsPetition(@Nullable PlaceCode about, String words, Clerk by, Instant at) {
        require(RequestAct.PETITION, by);
        if (about != null && (!about.contains(origin.place()) || about.kind().compareTo(PlaceKind.COUNTY) <= 0)) {
            throw new RequestRefused("place", "not-in-line");
        }
        purpose = Purpose.PETITION;
        petitionAbout = about;
        petitionSince = at;
        if (about != null && holder != null && about.contains(holder)) {
            holder = about.parent().orElseThrow();
            handedFrom = null;
            unclaim();
        }
        write(RequestAct.PETITION, state, state, by, at, words);
    }

    /** An emergency is with the grid before anybody has looked at it. */
    void goToGridAtOnce(UUID as, Instant at) {
        urgent = true;
        event = as;
        eventPlace = origin.place();
        eventOpen = true;
        write(RequestAct.HAND_TO_GRID, state, state, Clerk.citizen(), at, "");
    }

    void claim(Clerk by, Instant at) {
        if (claimedBy != null && !claimedBy.equals(by.account())) {
            throw new RequestTaken();
        }
        require(RequestAct.CLAIM, by);
        claimedBy = by.account();
        claimedPost = by.actor().login();
        claimedPerson = by.actor().holder();
        write(RequestAct.CLAIM, state, state, by, at, "");
    }

    void release(Clerk by, Instant at) {
        require(RequestAct.RELEASE, by);
        unclaim();
        write(RequestAct.RELEASE, state, state, by, at, "");
    }

    /** @param toDepartment it stands beside the line of places in which the request lies */
    void handOver(PlaceCode to, boolean toDepartment, String note, Clerk by, Instant at) {
        require(RequestAct.HAND_OVER, by);
        if (petitionAbout != null && petitionAbout.contains(to)) {
            throw new RequestRefused("place", "complained-about");
        }
        var inLine = to.contains(origin.place()) || origin.place().contains(to);
        if (to.equals(holder) || !inLine && !toDepartment) {
            throw new RequestRefused("place", "not-in-line");
        }
        handedFrom = holder;
        if (toDepartment && !inLine) {
            department = to;
        }
        pass(RequestAct.HAND_OVER, to, note, by, at);
    }

    void handBack(String reason, Clerk by, Instant at) {
        require(RequestAct.HAND_BACK, by);
        var to = Objects.requireNonNull(handedFrom);
        handedFrom = null;
        pass(RequestAct.HAND_BACK, to, reason, by, at);
    }

    /** Whether it may become a grid event, before one is reported. */
    void requireHandable(PlaceCode to, Clerk by) {
        require(RequestAct.HAND_TO_GRID, by);
        if (!origin.place().contains(to)) {
            throw new RequestRefused("place", "not-below");
        }
    }

    void handToGrid(UUID as, PlaceCode to, String note, Clerk by, Instant at) {
        requireHandable(to, by);
        event = as;
        eventPlace = to;
        eventOpen = true;
        write(RequestAct.HAND_TO_GRID, state, state, by, at, note);
    }

    /** The event is over: whoever holds the request says what follows from that. */
    void backFromGrid(String result, String person, Instant at) {
        eventOpen = false;
        write(RequestAct.GRID_BACK, state, state, Clerk.grid(person), at, result);
    }

    /** The event was taken up again, while nothing was decided. */
    void againWithGrid(String person, Instant at) {
        eventOpen = true;
        write(RequestAct.GRID_AGAIN, state, state, Clerk.grid(person), at, "");
    }

    boolean canWaitForGrid() {
        return !state.isOver() && state != RequestState.DECIDED && !eventOpen;
    }

    private void pass(RequestAct act, PlaceCode to, String note, Clerk by, Instant at) {
        holder = to;
        unclaim();
        write(act, state, state, by, at, note);
    }

    private void unclaim() {
        claimedBy = null;
        claimedPost = null;
        claimedPerson = null;
    }

    /** Everything that is missing, said once; too late it counts as accepted from the day on which it came. */
    void askForSupplement(String missing, Clerk by, Instant at) {
        require(RequestAct.SUPPLEMENT, by);
        if (supplement != null) {
            throw new RequestRefused("note", "supplement-once");
        }
        if (isTooLateToSupplement(at)) {
            throw new RequestRefused("note", "supplement-too-late");
        }
        supplement = missing;
        write(RequestAct.SUPPLEMENT, state, RequestState.SUPPLEMENT, by, at, missing);
    }

    private boolean isTooLateToSupplement(Instant at) {
        return state == RequestState.APPLIED && dueAt != null && at.isAfter(dueAt);
    }

    /** Whoever asked has brought what was missing: here, or at the counter. */
    void supplied(String words, Clerk by, Instant at) {
        require(RequestAct.SUPPLIED, by);
        waitingFor = null;
        write(
                RequestAct.SUPPLIED,
                state,
                state == RequestState.SUPPLEMENT ? RequestState.APPLIED : RequestState.PROCESSING,
                by,
                at,
                words);
    }

    void accept(Clerk by, Instant at) {
        require(RequestAct.ACCEPT, by);
        acceptedAt = supplement == null && purpose != Purpose.PETITION && isTooLateToSupplement(at)
                ? origin.appliedAt()
                : at;
        write(RequestAct.ACCEPT, state, RequestState.ACCEPTED, by, at, "");
    }

    void refuse(String reason, Clerk by, Instant at) {
        require(RequestAct.REFUSE, by);
        end(RequestAct.REFUSE, RequestState.NOT_ACCEPTED, by, at, reason);
    }

    void start(Clerk by, Instant at) {
        require(RequestAct.START, by);
        write(RequestAct.START, state, RequestState.PROCESSING, by, at, "");
    }

    void pause(WaitingFor what, String evidence, Clerk by, Instant at) {
        require(RequestAct.PAUSE, by);
        if (state == RequestState.ACCEPTED) {
            write(RequestAct.START, state, RequestState.PROCESSING, by, at, "");
        }
        waitingFor = what;
        write(RequestAct.PAUSE, state, RequestState.WAITING, by, at, evidence);
    }

    void resume(String note, Clerk by, Instant at) {
        require(RequestAct.RESUME, by);
        waitingFor = null;
        write(RequestAct.RESUME, state, RequestState.PROCESSING, by, at, note);
    }

    /** @param most working days, as the law or the county says */
    void extend(int days, int most, String reason, Clerk by, Instant at) {
        require(RequestAct.EXTEND, by);
        if (extendedBy > 0) {
            throw new RequestRefused("days", "extended-once");
        }
        if (dueAt == null || at.isAfter(dueAt)) {
            throw new RequestRefused("days", "too-late-to-extend");
        }
        if (days < 1 || days > most) {
            throw new RequestRefused(
                    "days", purpose == Purpose.PETITION ? "extension-too-long-petition" : "extension-too-long", most);
        }
        extendedBy = days;
        write(RequestAct.EXTEND, state, state, by, at, reason);
    }

    void decide(Outcome how, String words, Clerk by, Instant at) {
        require(RequestAct.DECIDE, by);
        requireAnotherThanTheAgent(by);
        if (how == Outcome.ANSWERED || how == Outcome.UNREASONABLE) {
            throw new RequestRefused("outcome", "not-a-question");
        }
        if (state == RequestState.ACCEPTED) {
            write(RequestAct.START, state, RequestState.PROCESSING, by, at, "");
        }
        conclude(how, words, by, at);
        write(RequestAct.DECIDE, state, RequestState.DECIDED, by, at, words);
    }

    void explain(String why, Clerk by, Instant at) {
        require(RequestAct.EXPLAIN, by);
        explanation = why;
        explainedAt = at;
        explainedBy = by.account();
        explainedPost = by.actor().login();
        explainedPerson = by.actor().holder();
        write(RequestAct.EXPLAIN, state, state, by, at, why);
    }

    /** By another post of the same place or of one above it. */
    void confirm(String note, Clerk by, Instant at) {
        requireAnotherOpinion(RequestAct.CONFIRM, by);
        conclude(Outcome.UNREASONABLE, Objects.requireNonNull(explanation), by, at);
        end(RequestAct.CONFIRM, RequestState.DELIVERED, by, at, note);
    }

    void decline(String why, Clerk by, Instant at) {
        requireAnotherOpinion(RequestAct.DECLINE, by);
        explanation = null;
        explainedAt = null;
        explainedBy = null;
        explainedPost = null;
        explainedPerson = null;
        write(RequestAct.DECLINE, state, state, by, at, why);
    }

    private void requireAnotherOpinion(RequestAct act, Clerk by) {
        if (explanation != null && isExplainer(by)) {
            throw new RequestRefused(null, "own-explanation");
        }
        require(act, by);
        requireAnotherThanTheAgent(by);
    }

    private boolean isExplainer(Clerk by) {
        return Objects.equals(explainedBy, by.account())
                || by.actor().login().equals(explainedPost)
                || by.actor().holder().equals(explainedPerson);
    }

    void deliver(String how, Clerk by, Instant at) {
        require(RequestAct.DELIVER, by);
        end(RequestAct.DELIVER, RequestState.DELIVERED, by, at, how);
    }

    /** A question needs no more than its answer. */
    void answer(String words, Clerk by, Instant at) {
        require(RequestAct.ANSWER, by);
        requireAnotherThanTheAgent(by);
        conclude(Outcome.ANSWERED, words, by, at);
        end(RequestAct.ANSWER, RequestState.DELIVERED, by, at, words);
    }

    /** By whoever asked. */
    void withdraw(String words, Instant at) {
        var citizen = Clerk.citizen();
        require(RequestAct.WITHDRAW, citizen);
        end(RequestAct.WITHDRAW, RequestState.WITHDRAWN, citizen, at, words);
    }

    /** By whoever asked, once; who dealt with it does not say how well. */
    void rate(Instant at) {
        var citizen = Clerk.citizen();
        require(RequestAct.RATE, citizen);
        write(RequestAct.RATE, state, RequestState.RATED, citizen, at, "");
    }

    void append(Instant at) {
        var citizen = Clerk.citizen();
        require(RequestAct.APPEND, citizen);
        write(RequestAct.APPEND, state, state, citizen, at, "");
    }

    private void requireAnotherThanTheAgent(Clerk by) {
        if (origin.agentName() != null
                && (origin.agentName().equals(by.actor().holder())
                        || origin.agentAccount() != null
                                && origin.agentAccount().equals(by.account()))) {
            throw new RequestRefused(null, "own-agent");
        }
    }

    private void conclude(Outcome how, String words, Clerk by, Instant at) {
        decidedAt = at;
        decidedBy = by.account();
        decidedPost = by.actor().login();
        decidedPerson = by.actor().holder();
        outcome = how;
        result = words;
        closedInTime = dueAt == null || !at.isAfter(dueAt);
    }

    private void end(RequestAct act, RequestState to, Clerk by, Instant at, String note) {
        closedAt = at;
        holder = null;
        waitingFor = null;
        leftGrid = eventOpen;
        eventOpen = false;
        unclaim();
        if (closedInTime == null) {
            closedInTime = dueAt == null || !at.isAfter(dueAt);
        }
        write(act, state, to, by, at, note);
    }

    /** What the clock makes of the log. */
    void schedule(@Nullable Instant due, @Nullable Instant legal) {
        if (!state.isOver()) {
            dueAt = due;
            legalDueAt = legal;
        }
    }

    /** What somebody may do about it now, the obvious first. */
    Set<RequestAct> actsOf(Clerk by) {
        var possible = EnumSet.noneOf(RequestAct.class);
        for (var act : RequestAct.values()) {
            if (may(act, by)) {
                possible.add(act);
            }
        }
        return possible;
    }

    private boolean may(RequestAct act, Clerk by) {
        var here = by.isAt(holder);
        var mine = here && claimedBy != null && claimedBy.equals(by.account());
        var citizen = by.place() == null;
        return switch (act) {
            case CLAIM -> here && claimedBy == null;
            case RELEASE -> mine && state != RequestState.DECIDED;
            case HAND_OVER -> mine && explanation == null && state != RequestState.DECIDED;
            case HAND_BACK -> mine && handedFrom != null && explanation == null && state != RequestState.DECIDED;
            case HAND_TO_GRID ->
                mine
                        && !eventOpen
                        && explanation == null
                        && by.covers(origin.place())
                        && isOrdinary()
                        && (state == RequestState.APPLIED || state.isRunning());
            case ANSWER -> mine && state == RequestState.APPLIED && purpose == Purpose.QUESTION && !eventOpen;
            case ACCEPT -> mine && state == RequestState.APPLIED && purpose != Purpose.QUESTION;
            case EXPLAIN -> mine && isOrdinary() && explanation == null && !eventOpen && state.isRunning();
            case CONFIRM, DECLINE ->
                explanation != null && holder != null && by.covers(holder) && !isExplainer(by) && state.isInHand();
            case PETITION ->
                mine
                        && state == RequestState.APPLIED
                        && purpose != Purpose.PETITION
                        && supplement == null
                        && !eventOpen;
            case SUPPLEMENT -> mine && state == RequestState.APPLIED && isOrdinary() && supplement == null;
            case SUPPLIED ->
                (mine || citizen)
                        && (state == RequestState.SUPPLEMENT
                                || state == RequestState.WAITING && waitingFor == WaitingFor.MATERIALS);
            case REFUSE -> mine && !eventOpen && (state == RequestState.APPLIED || state == RequestState.SUPPLEMENT);
            case START -> mine && state == RequestState.ACCEPTED;
            case PAUSE -> mine && explanation == null && purpose != Purpose.PETITION && state.isRunning();
            case DECIDE -> mine && !eventOpen && explanation == null && state.isRunning();
            case EXTEND -> mine && extendedBy == 0 && state.isRunning();
            case RESUME -> mine && state == RequestState.WAITING && waitingFor != WaitingFor.MATERIALS;
            case DELIVER -> mine && state == RequestState.DECIDED;
            case WITHDRAW -> citizen && !state.isOver() && state != RequestState.DECIDED;
            case RATE -> citizen && (state == RequestState.DELIVERED || state == RequestState.NOT_ACCEPTED);
            case APPEND -> citizen && state == RequestState.RATED;
            case APPLY, GRID_BACK, GRID_AGAIN, ARCHIVE -> false;
        };
    }

    /** Neither a question, which is only answered, nor a complaint, which has a law of its own. */
    private boolean isOrdinary() {
        return purpose == Purpose.APPLICATION || purpose == Purpose.PROBLEM;
    }

    private void require(RequestAct act, Clerk by) {
        if (eventOpen && (act == RequestAct.DECIDE || act == RequestAct.REFUSE || act == RequestAct.ANSWER)) {
            throw new RequestRefused(null, "with-grid");
        }
        if (!may(act, by)) {
            throw new RequestRefused(null, "not-now");
        }
    }

    private void write(
            RequestAct act, @Nullable RequestState from, RequestState to, Clerk by, Instant at, String note) {
        if (note.isBlank() && act.needsWords()) {
            throw new RequestRefused("note", "no-words");
        }
        state = to;
        acts++;
        movedAt = at;
        unwritten.add(new ActLine(
                origin.id(),
                origin.place(),
                acts,
                at,
                act,
                from,
                to,
                holder,
                by.account(),
                by.actor().login(),
                by.actor().holder(),
                by.place(),
                note));
    }

    List<ActLine> unwritten() {
        return List.copyOf(unwritten);
    }

    /** The lines that the log does not have yet; handed over once. */
    List<ActLine> takeUnwritten() {
        var lines = List.copyOf(unwritten);
        unwritten.clear();
        return lines;
    }
}
