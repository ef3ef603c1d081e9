package io.qiangcun.party.points;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.slip.IssuedSlip;
import io.qiangcun.core.slip.OpenedSlip;
import io.qiangcun.core.slip.SlipDoor;
import io.qiangcun.core.slip.SlipRow;
import io.qiangcun.core.slip.Slips;
import io.qiangcun.party.PartyAuthorities;
import io.qiangcun.party.member.MemberId;
import io.qiangcun.party.points.PointsQueries.Beneficiary;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Slips by which members see what is entered about them and say what they have against it. */
@Service
public class MemberSlips {

    static final String KIND = "party.points";

    private static final String MAY_READ = "hasAuthority('" + PartyAuthorities.READ_POINTS + "')";
    private static final String MAY_ENTER = "hasAuthority('" + PartyAuthorities.ENTER_POINTS + "')";

    private final Slips slips;
    private final SlipDoor door;
    private final OwnPoints own;
    private final PointsQueries queries;
    private final Clock clock;

    MemberSlips(Slips slips, SlipDoor door, OwnPoints own, PointsQueries queries, Clock clock) {
        this.slips = slips;
        this.door = door;
        this.own = own;
        this.queries = queries;
        this.clock = clock;
    }

    /** Only in the member's own place: whoever hands it over knows him. */
    @PreAuthorize(MAY_ENTER)
    public Optional<IssuedSlip> issue(Jurisdiction jurisdiction, Actor actor, MemberId member) {
        return hereOnly(jurisdiction, member)
                .map(known ->
                        slips.issue(jurisdiction, actor, KIND, new PlaceCode(known.placeCode()), known.memberId()));
    }

    @PreAuthorize(MAY_ENTER)
    public boolean revoke(Jurisdiction jurisdiction, MemberId member) {
        var known = hereOnly(jurisdiction, member);
        known.ifPresent(found -> slips.revoke(jurisdiction, KIND, found.memberId()));
        return known.isPresent();
    }

    @PreAuthorize(MAY_READ)
    public List<SlipRow> of(Jurisdiction jurisdiction, MemberId member) {
        return slips.of(jurisdiction, KIND, member.value());
    }

    /** For whoever shows a valid code; nobody is signed in. */
    public Optional<OwnView> open(String code) {
        return door.open(KIND, code, slip -> own.view(slip, year())).flatMap(found -> found);
    }

    /** Says something against an entry of his own and sees the page again; nothing if the code is not valid. */
    public Optional<OwnView> appeal(String code, ObjectionId id, EntryId entry, String content) {
        return door.open(KIND, code, slip -> {
                    own.appeal(slip, id, entry, content);
                    return own.view(slip, year());
                })
                .flatMap(found -> found);
    }

    private Optional<Beneficiary> hereOnly(Jurisdiction jurisdiction, MemberId member) {
        return queries.member(jurisdiction, member)
                .filter(known -> jurisdiction.equals(Jurisdiction.within(new PlaceCode(known.placeCode()))));
    }

    private int year() {
        return LocalDate.now(clock).getYear();
    }

    /** What a member sees of himself. */
    public record OwnView(OpenedSlip slip, MemberPoints points, List<ObjectionRow> objections) {

        public OwnView {
            objections = List.copyOf(objections);
        }

        /** What was said about an entry. */
        public List<ObjectionRow> about(EntryRow entry) {
            return objections.stream()
                    .filter(objection -> entry.entryId().equals(objection.entryId()))
                    .toList();
        }

        public boolean mayAppeal(EntryRow entry) {
            return entry.status() != EntryStatus.REFUSED
                    && !entry.reversed()
                    && entry.reverses() == null
                    && about(entry).stream().allMatch(objection -> objection.outcome() != null);
        }
    }
}
