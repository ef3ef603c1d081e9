package io.qiangcun.party.points;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An entry as pages show it; the name of a member whom the reader does not see is null. */
public record EntryRow(
        UUID entryId,
        long version,
        String placeCode,
        UUID organisationId,
        String organisationName,
        UUID memberId,
        @Nullable String memberName,
        String ruleName,
        Approver approver,
        String basisText,
        BigDecimal amount,
        LocalDate factOn,
        String fact,
        String evidence,
        @Nullable String sourceLabel,
        @Nullable String sourceHref,
        @Nullable UUID reverses,
        EntryStatus status,
        boolean reversed,
        Instant recordedAt,
        String recordedBy,
        String recordedByPerson,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy,
        @Nullable String decidedByPerson,
        @Nullable String decisionNote,
        @Nullable UUID publicationId) {

    /** Whether it counts. */
    public boolean stands() {
        return status == EntryStatus.APPROVED && !reversed && reverses == null;
    }

    /** Why this post may not decide about it; nothing if it may. */
    public Optional<String> undecidableBy(Jurisdiction jurisdiction, Actor actor) {
        if (actor.login().equals(recordedBy) || actor.holder().equals(recordedByPerson)) {
            return Optional.of("own-entry");
        }
        if (actor.holder().equals(memberName)) {
            return Optional.of("about-oneself");
        }
        if (!isAbove(jurisdiction) && !(approver == Approver.BRANCH && isAt(jurisdiction))) {
            return Optional.of("not-your-level");
        }
        return Optional.empty();
    }

    public boolean isAbove(Jurisdiction jurisdiction) {
        return isAbove(jurisdiction, new PlaceCode(placeCode));
    }

    private boolean isAt(Jurisdiction jurisdiction) {
        return jurisdiction.equals(Jurisdiction.within(new PlaceCode(placeCode)));
    }

    /** Above a county nobody is in this house; there another post of the county decides. */
    static boolean isAbove(Jurisdiction jurisdiction, PlaceCode place) {
        return jurisdiction.covers(place)
                && (!jurisdiction.equals(Jurisdiction.within(place)) || place.kind() == PlaceKind.COUNTY);
    }
}
