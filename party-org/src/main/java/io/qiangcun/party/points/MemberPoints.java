package io.qiangcun.party.points;

import io.qiangcun.party.points.PointsQueries.Beneficiary;
import java.util.List;

/** What one member has in one year, with everything it is made of. */
public record MemberPoints(
        Beneficiary member, int year, Balance balance, List<PointsRule> bases, List<EntryRow> entries) {

    public MemberPoints {
        bases = List.copyOf(bases);
        entries = List.copyOf(entries);
    }
}
