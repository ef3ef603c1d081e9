package io.qiangcun.party.activity;

import io.qiangcun.core.account.Recorded;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.party.organisation.OrganisationId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record with all its editions.
 *
 * @param edition counts from one; the editions before it are in {@code superseded}, newest first
 * @param ended when and by whom it was withdrawn or discarded
 */
public record ActivityView(
        ActivityId id,
        long version,
        PlaceCode place,
        OrganisationId organisation,
        ActivityStatus status,
        ActivityContent content,
        int edition,
        String editionReason,
        Recorded recorded,
        @Nullable UUID makesUpFor,
        @Nullable Recorded ended,
        String endReason,
        List<Edition> superseded) {

    public ActivityView {
        superseded = List.copyOf(superseded);
    }

    /** What the record said before it was corrected. */
    public record Edition(int edition, ActivityContent content, String editionReason, Recorded recorded) {}
}
