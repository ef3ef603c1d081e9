package io.qiangcun.grid.gridevent;

import io.qiangcun.core.calendar.TimeLimit;
import io.qiangcun.core.domain.AuditedAggregate;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.Point;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was reported and how far it is in its loop. Every verb is one or two lines of its log. */
@Entity
@Table(name = "grid_event")
class GridEvent extends AuditedAggregate<GridEvent> implements PlaceBound {

    @EmbeddedId
    private GridEventId id;

    @Embedded
    private PlaceCode place;

    /** The whole of which it was reported, once it lies in the part that deals with it. */
    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "reported_place"))
    private @Nullable PlaceCode reportedPlace;

    private String receipt;

    private String kind;

    private boolean urgent;

    private boolean confidential;

    private String content;

    private String spot;

    private String affected;

    @Embedded
    private @Nullable Point point;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    private @Nullable Instant deviceAt;

    @Embedded
    @AttributeOverride(name = "at", column = @Column(name = "reported_at"))
    @AttributeOverride(name = "account", column = @Column(name = "reported_by"))
    @AttributeOverride(name = "post", column = @Column(name = "reported_post"))
    @AttributeOverride(name = "person", column = @Column(name = "reported_person"))
    private Hand reported;

    @Enumerated(EnumType.STRING)
    private EventState state;

    private int round;

    private int moves;

    private Instant movedAt;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "holder_place"))
    private @Nullable PlaceCode holder;

    private @Nullable Instant heldSince;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "dispatcher_place"))
    private PlaceCode dispatcher;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "handler_place"))
    private @Nullable PlaceCode handler;

    @Enumerated(EnumType.STRING)
    private Level limitLevel;

    @Enumerated(EnumType.STRING)
    private @Nullable EventState pausedIn;

    private @Nullable Instant dueAt;

    private @Nullable Instant escalatesAt;

    private int extendedBy;

    private int extensions;

    private int returns;

    private boolean onSpot;

    @Embedded
    @AttributeOverride(name = "at", column = @Column(name = "handled_at"))
    @AttributeOverride(name = "account", column = @Column(name = "handled_by"))
    @AttributeOverride(name = "post", column = @Column(name = "handled_post"))
    @AttributeOverride(name = "person", column = @Column(name = "handled_person"))
    private @Nullable Hand handled;

    private @Nullable String result;

    @Embedded
    @AttributeOverride(name = "at", column = @Column(name = "verified_at"))
    @AttributeOverride(name = "account", column = @Column(name = "verified_by"))
    @AttributeOverride(name = "post", column = @Column(name = "verified_post"))
    @AttributeOverride(name = "person", column = @Column(name = "verified_person"))
    private @Nullable Hand verified;

    private @Nullable Instant closedAt;

    private @Nullable Boolean closedInTime;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "merged_into"))
    private @Nullable GridEventId mergedInto;

    @Enumerated(EnumType.STRING)
    private @Nullable ExclusiveChannel exclusiveChannel;

    @Transient
    private final List<Move> unwritten = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected GridEvent() {}

    GridEvent(ReportGridEvent command, EventKind kind, Mover by, Instant at) {
        this.id = command.id();
        this.place = command.place();
        this.receipt = Receipt.of(id);
        this.kind = kind.code();
        this.urgent = command.urgent() || kind.urgent();
        this.confidential = command.confidential() || kind.confidential();
        this.content = command.content();
        this.spot = command.spot();
        this.affected = command.affected();
        this.point = command.point();
        this.channel = command.channel();
        this.deviceAt = command.deviceAt();
        this.reported = Hand.of(by, at);
        this.round = 1;
        this.movedAt = at;
        this.dispatcher = Level.deskOf(place);
        this.limitLevel = Level.TRIAGE;
        this.state = EventState.REPORTED;
        registerEvent(new GridEventReported(id, place, this.kind));
        if (command.isSolved()) {
            solve(command.result(), by, at);
        } else {
            write(MoveKind.REPORT, null, EventState.REPORTED, dispatcher, by, at, "");
        }
    }

    /** Settled by who found it, in one step; whether it is settled for whom it concerns is another question. */
    private void solve(String how, Mover by, Instant at) {
        onSpot = true;
        handler = by.place();
        limitLevel = Level.of(Objects.requireNonNull(by.place()));
        handled = Hand.of(by, at);
        result = how;
        end(MoveKind.SOLVE, null, EventState.CLOSED, by, at, how);
        closedInTime = true;
    }

    void accept(Mover by, Instant at) {
        require(Act.ACCEPT, by, at);
        var desk = Objects.requireNonNull(by.place());
        limitLevel = Level.of(desk);
        dispatcher = desk;
        write(MoveKind.ACCEPT, EventState.ACCEPTED, desk, by, at, "");
    }

    /**
     * Gives it to a place in the line of the event: one that it lies in or that lies in it. What was reported of a whole and
     * is given to a part lies in the part from now on, so that who is to do it sees it.
     */
    void assign(PlaceCode to, String note, Mover by, Instant at) {
        require(Act.ASSIGN, by, at);
        var whole = whole();
        if (!by.covers(to) || !(to.contains(place) || place.contains(to) || whole.contains(to))) {
            throw new GridEventRefused("place", "not-in-line");
        }
        if (whole.contains(to) && !to.contains(place)) {
            reportedPlace = whole;
            place = to;
        }
        if (state == EventState.REPORTED) {
            limitLevel = Level.of(Objects.requireNonNull(by.place()));
            write(MoveKind.ACCEPT, EventState.ACCEPTED, by.place(), by, at, "");
        }
        dispatcher = Objects.requireNonNull(by.place());
        handler = to;
        limitLevel = limitLevel.orHigher(Level.of(to));
        write(MoveKind.ASSIGN, EventState.ASSIGNED, to, by, at, note);
    }

    void start(Mover by, Instant at) {
        require(Act.START, by, at);
        write(MoveKind.START, EventState.HANDLING, holder, by, at, "");
    }

    /** The handler says that it is done; now it is with who checks it. */
    void done(String how, Mover by, Instant at) {
        require(Act.DONE, by, at);
        if (state == EventState.ASSIGNED) {
            write(MoveKind.START, EventState.HANDLING, holder, by, at, "");
        }
        handled = Hand.of(by, at);
        result = how;
        var own = Objects.requireNonNull(holder);
        write(MoveKind.DONE, EventState.DONE, dispatcher.equals(own) ? Level.above(own) : dispatcher, by, at, how);
    }

    /** Not his matter, he says. Said as often as is allowed, the county decides whose it is, and that stands. */
    void giveBack(String reason, Settings settings, Mover by, Instant at) {
        require(Act.RETURN, by, at);
        if (returns >= settings.returns()) {
            throw new GridEventRefused("note", "returned-enough", settings.returns());
        }
        returns++;
        handler = null;
        if (returns == settings.returns()) {
            dispatcher = place.county();
            limitLevel = Level.COUNTY;
        }
        write(MoveKind.RETURN, EventState.ACCEPTED, dispatcher, by, at, reason);
    }

    void verifyAndClose(String note, Mover by, Instant at) {
        requireAnother(by, at);
        verified = Hand.of(by, at);
        write(MoveKind.VERIFY, EventState.VERIFIED, holder, by, at, note);
        var due = dueAt;
        end(MoveKind.CLOSE, state, EventState.CLOSED, by, at, "");
        closedInTime = due == null || !at.isAfter(due);
    }

    /** Checked, and not as it should be: back to who handled it. */
    void rework(String reason, Mover by, Instant at) {
        requireAnother(by, at);
        handled = null;
        result = null;
        write(MoveKind.REWORK, EventState.ASSIGNED, handler, by, at, reason);
    }

    void escalate(String reason, Mover by, Instant at) {
        if (by.place() != null) {
            require(Act.ESCALATE, by, at);
        }
        var up = Level.above(Objects.requireNonNull(holder));
        if (state != EventState.REPORTED) {
            limitLevel = limitLevel.orHigher(Level.of(up));
        }
        var next = state == EventState.REPORTED || state == EventState.DONE ? state : EventState.ACCEPTED;
        if (next == EventState.ACCEPTED) {
            handler = null;
            dispatcher = up;
        }
        write(MoveKind.ESCALATE, next, up, by, at, reason);
    }

    void extend(int amount, String reason, TimeLimit limit, Settings settings, Mover by, Instant at) {
        require(Act.EXTEND, by, at);
        if (extensions >= settings.extensions()) {
            throw new GridEventRefused("amount", "extended-enough", settings.extensions());
        }
        if (dueAt == null || at.isAfter(dueAt)) {
            throw new GridEventRefused("amount", "too-late-to-extend");
        }
        var most = Math.max(1, limit.amount() * settings.extensionPercent() / 100);
        if (amount < 1 || amount > most) {
            throw new GridEventRefused("amount", "extension-too-long", most);
        }
        extensions++;
        extendedBy += amount;
        write(MoveKind.EXTEND, state, holder, by, at, reason);
    }

    void pause(String evidence, Mover by, Instant at) {
        require(Act.PAUSE, by, at);
        pausedIn = state;
        write(MoveKind.PAUSE, EventState.PAUSED, holder, by, at, evidence);
    }

    void resume(String note, Mover by, Instant at) {
        require(Act.RESUME, by, at);
        var again = Objects.requireNonNull(pausedIn);
        pausedIn = null;
        write(MoveKind.RESUME, again, holder, by, at, note);
    }

    void whistle(String question, Mover by, Instant at) {
        require(Act.WHISTLE, by, at);
        write(MoveKind.WHISTLE, state, holder, by, at, question);
    }

    /** The same matter is dealt with under another report; who reported this one is still its reporter. */
    void mergeInto(GridEvent other, Mover by, Instant at) {
        require(Act.MERGE, by, at);
        if (other.id.equals(id) || other.state.isOver()) {
            throw new GridEventRefused("other", "not-mergeable");
        }
        mergedInto = other.id;
        end(MoveKind.MERGE, state, EventState.MERGED, by, at, other.receipt);
    }

    void transfer(ExclusiveChannel to, String reason, Mover by, Instant at) {
        require(Act.TRANSFER, by, at);
        exclusiveChannel = to;
        end(MoveKind.TRANSFER, state, EventState.TRANSFERRED, by, at, reason);
    }

    /**
     * The grid in which it lies has ended. What a grid had goes on with its successor as it stood; without one, the village
     * says anew what becomes of it.
     */
    void follow(PlaceCode grid, PlaceCode to, @Nullable PlaceCode successor, String why, Mover by, Instant at) {
        var desk = Level.deskOf(grid);
        var next = grid.equals(holder) ? Objects.requireNonNullElse(successor, desk) : holder;
        var then = state;
        if (successor == null && grid.equals(holder)) {
            limitLevel = limitLevel.orHigher(Level.of(desk));
            dispatcher = desk;
            if (state == EventState.PAUSED) {
                pausedIn = EventState.ACCEPTED;
            } else {
                then = EventState.ACCEPTED;
            }
        }
        if (grid.equals(handler)) {
            handler = successor != null ? successor : then == EventState.DONE ? desk : null;
        }
        leave(grid, to);
        write(MoveKind.FOLLOW, then, next, by, at, why);
    }

    /** It was over when the grid in which it lies ended, and is taken up again. */
    void leave(PlaceCode grid, PlaceCode to) {
        if (place.equals(grid)) {
            place = to;
        }
    }

    /** Somebody other than the handler has said whether it is solved. */
    void answered(boolean solved, String words, Mover by, Instant at) {
        if (state != EventState.CLOSED) {
            throw new GridEventRefused(null, "not-closed");
        }
        write(MoveKind.ANSWER, EventState.CLOSED, null, by, at, words);
    }

    void reopen(String reason, Settings settings, Mover by, Instant at) {
        if (by.place() != null) {
            require(Act.REOPEN, by, at);
        }
        if (!canReopen(settings, at)) {
            throw new GridEventRefused("note", "too-late-to-reopen", settings.reopenDays());
        }
        round++;
        onSpot = false;
        handler = null;
        handled = null;
        result = null;
        verified = null;
        closedAt = null;
        closedInTime = null;
        limitLevel = limitLevel.orHigher(Level.of(dispatcher));
        write(MoveKind.REOPEN, EventState.ACCEPTED, dispatcher, by, at, reason);
    }

    boolean canReopen(Settings settings, Instant at) {
        return state == EventState.CLOSED
                && closedAt != null
                && !at.isAfter(closedAt.plus(Duration.ofDays(settings.reopenDays())));
    }

    /** What was taken over is told as one thing. */
    void tellNobody() {
        clearDomainEvents();
    }

    /** What the clock makes of the log. */
    void schedule(@Nullable Instant due, @Nullable Instant escalates) {
        dueAt = due;
        escalatesAt = holder != null && Level.of(holder) != Level.COUNTY ? escalates : null;
    }

    /** What somebody may do about it now, the obvious first. */
    Set<Act> actsOf(Mover by) {
        var acts = EnumSet.noneOf(Act.class);
        for (var act : Act.values()) {
            if (may(act, by)) {
                acts.add(act);
            }
        }
        return acts;
    }

    private boolean may(Act act, Mover by) {
        var directs = by.directs() && by.covers(holder);
        var holds = by.isAt(holder);
        // nobody stops his own clock; above the county there is nobody to ask
        var oversees = by.directs() && (by.isAbove(holder) || holds && by.isAt(place.county()));
        return switch (act) {
            case ACCEPT -> state == EventState.REPORTED && directs;
            case ASSIGN -> (state == EventState.REPORTED || state == EventState.ACCEPTED) && directs;
            case START -> state == EventState.ASSIGNED && holds;
            case DONE -> (state == EventState.ASSIGNED || state == EventState.HANDLING) && holds;
            case RETURN ->
                (state == EventState.ASSIGNED || state == EventState.HANDLING) && holds && !dispatcher.equals(holder);
            case VERIFY -> state == EventState.DONE && directs && !isHandler(by);
            case ESCALATE ->
                holds
                        && state != EventState.PAUSED
                        && state != EventState.VERIFIED
                        && Level.of(Objects.requireNonNull(holder)) != Level.COUNTY;
            case EXTEND, PAUSE -> state.isInHand() && oversees;
            case RESUME -> state == EventState.PAUSED && oversees;
            case WHISTLE ->
                state.isInHand()
                        && directs
                        && Level.of(Objects.requireNonNull(by.place())).compareTo(Level.VILLAGE) > 0;
            case MERGE, TRANSFER -> (state == EventState.REPORTED || state.isInHand()) && directs;
            case REOPEN -> state == EventState.CLOSED && by.directs() && by.covers(dispatcher);
            case ANSWER -> state == EventState.CLOSED && by.directs() && by.covers(dispatcher) && !isHandler(by);
        };
    }

    boolean isHandler(Mover by) {
        return handled != null && handled.is(by);
    }

    /** What is confidential is seen above the grid, and by the worker who reported it or has to do something about it. */
    boolean isSeenBy(Mover by) {
        return !confidential || by.directs() || reported.is(by) || by.isAt(holder) || by.isAt(handler);
    }

    private void requireAnother(Mover by, Instant at) {
        if (state == EventState.DONE && isHandler(by)) {
            throw new GridEventRefused(null, "own-work");
        }
        require(Act.VERIFY, by, at);
    }

    private void require(Act act, Mover by, Instant at) {
        if (!may(act, by)) {
            throw new GridEventRefused(null, "not-now");
        }
        if (at.isBefore(movedAt)) {
            throw new IllegalStateException("The clock went backwards at " + id);
        }
    }

    private void end(MoveKind move, @Nullable EventState from, EventState to, Mover by, Instant at, String note) {
        closedAt = at;
        write(move, from, to, null, by, at, note);
    }

    private void write(MoveKind move, EventState to, @Nullable PlaceCode next, Mover by, Instant at, String note) {
        write(move, state, to, next, by, at, note);
    }

    private void write(
            MoveKind move,
            @Nullable EventState from,
            EventState to,
            @Nullable PlaceCode next,
            Mover by,
            Instant at,
            String note) {
        if (!Objects.equals(holder, next)) {
            holder = next;
            heldSince = next == null ? null : at;
        }
        state = to;
        moves++;
        movedAt = at;
        unwritten.add(new Move(
                id,
                place,
                moves,
                at,
                move,
                from,
                to,
                next,
                by.account(),
                by.actor().login(),
                by.actor().holder(),
                by.place(),
                note));
        registerEvent(new GridEventMoved(id, place, move));
    }

    /** The lines that the log does not have yet; handed over once. */
    List<Move> takeUnwritten() {
        var lines = List.copyOf(unwritten);
        unwritten.clear();
        return lines;
    }

    GridEventId getId() {
        return id;
    }

    @Override
    public PlaceCode placeCode() {
        return place;
    }

    /** Where it was reported; it may be given to any part of it. */
    PlaceCode whole() {
        return Objects.requireNonNullElse(reportedPlace, place);
    }

    String getReceipt() {
        return receipt;
    }

    String getKind() {
        return kind;
    }

    String getSpot() {
        return spot;
    }

    Hand getReported() {
        return reported;
    }

    EventState getState() {
        return state;
    }

    int getRound() {
        return round;
    }

    @Nullable
    PlaceCode getHolder() {
        return holder;
    }

    PlaceCode getDispatcher() {
        return dispatcher;
    }

    @Nullable
    PlaceCode getHandler() {
        return handler;
    }

    Level getLimitLevel() {
        return limitLevel;
    }

    int getExtendedBy() {
        return extendedBy;
    }

    int getReturns() {
        return returns;
    }

    boolean isConfidential() {
        return confidential;
    }

    boolean isUrgent() {
        return urgent;
    }

    @Nullable
    Instant getDueAt() {
        return dueAt;
    }

    @Nullable
    Instant getEscalatesAt() {
        return escalatesAt;
    }

    String getAffected() {
        return affected;
    }

    @Nullable
    Point getPoint() {
        return point;
    }

    @Nullable
    Instant getDeviceAt() {
        return deviceAt;
    }

    boolean isOnSpot() {
        return onSpot;
    }

    @Nullable
    Hand getHandled() {
        return handled;
    }

    @Nullable
    String getResult() {
        return result;
    }

    @Nullable
    Hand getVerified() {
        return verified;
    }

    @Nullable
    GridEventId getMergedInto() {
        return mergedInto;
    }

    @Nullable
    ExclusiveChannel getExclusiveChannel() {
        return exclusiveChannel;
    }
}
