package io.qiangcun.party.contact.web;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.qiangcun.grid.network.GridQueries.GridUnit;
import io.qiangcun.party.contact.ContactQueries.Fit;
import io.qiangcun.party.contact.ContactQueries.Guide;
import io.qiangcun.party.contact.ContactQueries.HomeRow;
import io.qiangcun.party.contact.ContactQueries.KeeperRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * Somewhere household, member, grid and Party organisation do not meet.
 *
 * @param what the last word of its message
 * @param first argument of the message
 * @param second argument of the message
 * @param href where it is closed
 */
record Gap(String what, Object first, Object second, String href) {

    /** Everything that is missing in a village; guidance comes last. */
    static List<Gap> of(String place, List<KeeperRow> keepers, List<HomeRow> homes, List<GridUnit> grids, Guide guide) {
        var gaps = new ArrayList<Gap>();
        var uncovered = homes.stream().filter(home -> !home.isCovered()).count();
        if (uncovered > 0) {
            gaps.add(new Gap("uncovered", uncovered, "", "#assign"));
        }
        homes.stream()
                .filter(home -> home.isCovered() && !home.byMember())
                .collect(groupingBy(home -> new Left(Objects.requireNonNull(home.personId()), name(home)), counting()))
                .forEach((left, count) -> gaps.add(
                        new Gap("left", left.name(), count, "/party/contacts/" + place + "/members/" + left.person())));
        var lost = homes.stream().filter(HomeRow::lacksGrid).count();
        if (!grids.isEmpty() && lost > 0) {
            gaps.add(new Gap("no-grid", lost, "", "#homes"));
        }
        for (var grid : grids) {
            if (homes.stream().noneMatch(home -> home.isCovered() && liesIn(home, grid))) {
                gaps.add(new Gap("grid-uncovered", grid.name(), "", "#homes"));
            }
            if (!grid.hasUnit()) {
                gaps.add(new Gap("grid-without-party", grid.name(), "", "/grid/network/" + grid.placeCode()));
            }
        }
        var below = keepers.stream()
                .filter(keeper -> !keeper.floating() && guide.fit(keeper.households()) == Fit.UNDER)
                .count();
        if (below > 0) {
            gaps.add(new Gap("below", below, guide.least(), "#members"));
        }
        var above = keepers.stream()
                .filter(keeper -> guide.fit(keeper.households()) == Fit.OVER)
                .count();
        if (above > 0) {
            gaps.add(new Gap("above", above, guide.most(), "#members"));
        }
        return gaps;
    }

    private static boolean liesIn(HomeRow home, GridUnit grid) {
        var code = home.gridCode();
        return code != null && code.startsWith(grid.placeCode());
    }

    private static String name(HomeRow home) {
        return Objects.requireNonNullElse(home.keeper(), "");
    }

    private record Left(UUID person, String name) {}
}
