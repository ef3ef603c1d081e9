package io.qiangcun.party.points;

import io.qiangcun.core.slip.OpenedSlip;
import io.qiangcun.party.member.MemberId;
import io.qiangcun.party.points.MemberSlips.OwnView;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Narrows what a slip opens to the one member it was printed for. */
@Service
@Transactional
class OwnPoints {

    private final PointsQueries queries;
    private final PublicationQueries publications;
    private final PublicationService service;

    OwnPoints(PointsQueries queries, PublicationQueries publications, PublicationService service) {
        this.queries = queries;
        this.publications = publications;
        this.service = service;
    }

    Optional<OwnView> view(OpenedSlip slip, int year) {
        var member = new MemberId(slip.subject());
        return queries.points(slip.jurisdiction(), member, year)
                .map(points -> new OwnView(slip, points, publications.about(slip.jurisdiction(), member)));
    }

    void appeal(OpenedSlip slip, ObjectionId id, EntryId entryId, String content) {
        var entry = queries.row(slip.jurisdiction(), entryId)
                .filter(row -> row.memberId().equals(slip.subject()))
                .orElseThrow(() -> new EntryNotFound(entryId));
        if (entry.status() == EntryStatus.REFUSED || entry.reversed() || entry.reverses() != null) {
            throw new PointsRefused("content", "not-appealable");
        }
        service.appeal(slip.jurisdiction(), id, entry, String.valueOf(entry.memberName()), content);
    }
}
