package io.qiangcun.economy.dividend;

import io.qiangcun.core.account.Recorded;
import io.qiangcun.core.domain.AuditedAggregate;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.procedure.Tally;
import io.qiangcun.core.procedure.VoteRule;
import io.qiangcun.economy.cooperative.CooperativeId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a cooperative distributes of a year. Its lines are kept beside it; decided, they are fixed but for the payment. */
@Entity
@Table(name = "economy_dividend")
class Dividend extends AuditedAggregate<Dividend> implements PlaceBound {

    @EmbeddedId
    private DividendId id;

    @Embedded
    private CooperativeId cooperative;

    @Embedded
    private PlaceCode place;

    private int year;

    private BigDecimal earned;

    private BigDecimal reservePercent;

    private BigDecimal reserved;

    private BigDecimal surplus;

    private String surplusBasis;

    private boolean fromBook;

    private BigDecimal returnPercent;

    private BigDecimal leastPercent;

    @Enumerated(EnumType.STRING)
    private RemainderBy remainderBy;

    private BigDecimal baseAmount;

    private BigDecimal membersPercent;

    private BigDecimal collectivePercent;

    private BigDecimal managersPercent;

    @Enumerated(EnumType.STRING)
    private Guarantee guarantee;

    private BigDecimal guaranteeAmount;

    private BigDecimal collectiveAmount;

    private BigDecimal managersAmount;

    @Enumerated(EnumType.STRING)
    private DividendState state = DividendState.DRAFT;

    private @Nullable LocalDate displayedOn;

    private @Nullable LocalDate meetingOn;

    private @Nullable String voteRule;

    private @Nullable Integer voters;

    private @Nullable Integer attended;

    private @Nullable Integer votesFor;

    private String note = "";

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "corrects"))
    private @Nullable DividendId corrects;

    /** How often lines were paid: two payments at once meet here. */
    private int payments;

    @Embedded
    private Recorded recorded;

    @SuppressWarnings("NullAway.Init")
    protected Dividend() {}

    /** Not whole before it is worked out, or written as the correction of another. */
    @SuppressWarnings("NullAway.Init")
    Dividend(DividendId id, CooperativeId cooperative, PlaceCode place, int year) {
        this.id = id;
        this.cooperative = cooperative;
        this.place = place;
        this.year = year;
    }

    /** @param basis where the surplus comes from */
    void workOut(
            Earned result,
            Payout payout,
            BenefitRule rule,
            BigDecimal least,
            String basis,
            boolean ofBook,
            Recorded by) {
        require(DividendState.DRAFT);
        earned = result.surplus().yuan();
        reservePercent = result.reservePercent();
        reserved = result.reserve().yuan();
        surplus = payout.surplus().yuan();
        surplusBasis = basis;
        fromBook = ofBook;
        returnPercent = rule.returnPercent();
        leastPercent = least;
        remainderBy = rule.by();
        baseAmount = rule.base().yuan();
        membersPercent = rule.membersPercent();
        collectivePercent = rule.collectivePercent();
        managersPercent = rule.managersPercent();
        guarantee = rule.guarantee();
        guaranteeAmount = rule.guaranteed().yuan();
        collectiveAmount = payout.collective().yuan();
        managersAmount = payout.managers().yuan();
        // what was on display was another plan
        displayedOn = null;
        recorded = by;
        registerEvent(new DividendDrafted(id, year, place));
    }

    void display(LocalDate on) {
        require(DividendState.DRAFT);
        displayedOn = on;
        registerEvent(new DividendDisplayed(id, year, place));
    }

    /** What the meeting has to hold to. */
    record Meeting(LocalDate on, int voters, int attended, int votesFor, String note) {}

    /** @param days on display before a meeting may decide */
    void decide(Meeting meeting, int days, VoteRule rule) {
        require(DividendState.DRAFT);
        var since = displayedOn;
        if (since == null) {
            throw new DividendRefused(null, "not-displayed");
        }
        if (meeting.on().isBefore(since.plusDays(days))) {
            throw new DividendRefused("on", "displayed-too-short", days, since.plusDays(days));
        }
        count(meeting, rule);
        state = DividendState.DECIDED;
        meetingOn = meeting.on();
        voteRule = rule.code();
        voters = meeting.voters();
        attended = meeting.attended();
        votesFor = meeting.votesFor();
        note = meeting.note();
        registerEvent(new DividendDecided(id, year, meeting.votesFor(), place));
    }

    private static void count(Meeting meeting, VoteRule rule) {
        if (meeting.voters() < 1) {
            throw new DividendRefused("voters", "missing");
        }
        if (meeting.attended() > meeting.voters()) {
            throw new DividendRefused("attended", "more-than-all");
        }
        if (meeting.votesFor() > meeting.attended()) {
            throw new DividendRefused("votesFor", "more-than-there");
        }
        var tally = new Tally(
                meeting.voters(),
                meeting.voters(),
                meeting.attended(),
                0,
                meeting.votesFor(),
                0,
                meeting.attended() - meeting.votesFor());
        if (!rule.isQuorate(tally)) {
            throw new DividendRefused(
                    "attended", "no-quorum", rule.attendanceNeeded(tally), rule.body(), rule.basisText());
        }
        if (!rule.passes(tally)) {
            throw new DividendRefused(
                    "votesFor", "no-majority", rule.votesNeeded(tally), rule.body(), rule.basisText());
        }
    }

    void pay(int lines, LocalDate on) {
        require(DividendState.DECIDED, DividendState.CORRECTION);
        var met = meetingOn;
        if (met != null && on.isBefore(met)) {
            throw new DividendRefused("on", "before-meeting", met);
        }
        payments++;
        registerEvent(new DividendPaid(id, lines, place));
    }

    void withdraw(String reason) {
        require(DividendState.DRAFT);
        state = DividendState.WITHDRAWN;
        note = reason;
        registerEvent(new DividendWithdrawn(id, reason, place));
    }

    /** The list that takes this one back. */
    Dividend correct(DividendId by, String reason, Recorded recording) {
        require(DividendState.DECIDED);
        state = DividendState.CORRECTED;
        registerEvent(new DividendCorrected(id, reason, place));
        var correction = new Dividend(by, cooperative, place, year);
        correction.earned = earned.negate();
        correction.reservePercent = reservePercent;
        correction.reserved = reserved.negate();
        correction.surplus = surplus.negate();
        correction.surplusBasis = surplusBasis;
        correction.fromBook = fromBook;
        correction.returnPercent = returnPercent;
        correction.leastPercent = leastPercent;
        correction.remainderBy = remainderBy;
        correction.baseAmount = baseAmount;
        correction.membersPercent = membersPercent;
        correction.collectivePercent = collectivePercent;
        correction.managersPercent = managersPercent;
        correction.guarantee = guarantee;
        correction.guaranteeAmount = guaranteeAmount;
        correction.collectiveAmount = collectiveAmount.negate();
        correction.managersAmount = managersAmount.negate();
        correction.state = DividendState.CORRECTION;
        correction.corrects = id;
        correction.note = reason;
        correction.recorded = recording;
        return correction;
    }

    private void require(DividendState... states) {
        for (var one : states) {
            if (one == state) {
                return;
            }
        }
        throw new DividendStale(year);
    }

    DividendId getId() {
        return id;
    }

    CooperativeId getCooperative() {
        return cooperative;
    }

    BigDecimal getReserved() {
        return reserved;
    }

    int getYear() {
        return year;
    }

    @Override
    public PlaceCode placeCode() {
        return place;
    }
}
