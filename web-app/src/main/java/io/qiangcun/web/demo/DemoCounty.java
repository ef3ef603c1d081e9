package io.qiangcun.web.demo;

import static java.util.stream.Collectors.toMap;

import io.qiangcun.core.place.PlaceCategory;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.party.organisation.OrganisationKind;
import io.qiangcun.party.organisation.Structure;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A real banner's places with as many Party organisations as it has. Which organisations there are below the villages'
 * is composed from what a county usually has; no organisation stands for a real one, and no person is named.
 */
final class DemoCounty {

    static final PlaceCode ROOT = new PlaceCode("150524");

    /** As reported of the banner: 519 grassroots organisations. */
    static final int ORGANISATIONS = 519;

    private static final PlaceCode ORGANS = ROOT.child("900");
    private static final String ORGANS_NAME = "旗直机关";
    private static final String ORGANS_COMMITTEE = "旗直属机关工委";
    private static final int FIRST_UNIT = 701;

    /** Statistical codes of villages; below lie communities, above what resembles either. */
    private static final int FIRST_VILLAGE = 200;

    private static final int LAST_VILLAGE = 399;

    private final Map<PlaceCode, DemoPlace> places = new LinkedHashMap<>();
    private final List<Draft> drafts = new ArrayList<>();
    private final Map<PlaceCode, Integer> organisationsAt = new HashMap<>();
    private final Map<String, String> loginsByName = new HashMap<>();

    private DemoCounty() {}

    static DemoCounty compose() {
        var county = new DemoCounty();
        county.addPlaces();
        county.addTownships();
        county.addOrgans();
        county.addCooperatives();
        return county;
    }

    /** Those above before those below. */
    List<DemoPlace> places() {
        return List.copyOf(places.values());
    }

    /** Those above before those below. */
    List<DemoOrganisation> organisations() {
        var members = membersByLogin();
        var organisations = new ArrayList<DemoOrganisation>();
        for (var draft : drafts) {
            organisations.add(draft.toOrganisation(members.getOrDefault(draft.login, 0), organisations.size() + 2));
        }
        return organisations;
    }

    private void addPlaces() {
        for (var row : DemoResource.rows("150524.csv", ",")) {
            var code = new PlaceCode(row.get(0));
            add(code, categoryOf(code, row.get(2)), row.get(2));
        }
        add(ORGANS, PlaceCategory.ORGANS, ORGANS_NAME);
    }

    private static PlaceCategory categoryOf(PlaceCode code, String name) {
        return switch (code.kind()) {
            case COUNTY -> PlaceCategory.COUNTY;
            case TOWNSHIP -> name.contains("街道") ? PlaceCategory.SUBDISTRICT : PlaceCategory.TOWNSHIP;
            default -> {
                var number = Integer.parseInt(code.value().substring(PlaceKind.TOWNSHIP.digits()));
                yield number >= FIRST_VILLAGE && number <= LAST_VILLAGE
                        ? PlaceCategory.VILLAGE
                        : PlaceCategory.COMMUNITY;
            }
        };
    }

    private void addTownships() {
        for (var township : of(PlaceKind.TOWNSHIP)) {
            if (township.category() == PlaceCategory.ORGANS) {
                continue;
            }
            var street = township.category() == PlaceCategory.SUBDISTRICT;
            var name = township.name().replace("办事处", "");
            var committee = name + (street ? "党工委" : "党委");
            add(
                    township.code(),
                    street ? OrganisationKind.WORKING_COMMITTEE : OrganisationKind.COMMITTEE,
                    committee,
                    null);
            for (var village : of(PlaceKind.VILLAGE)) {
                if (township.code().contains(village.code())) {
                    add(village.code(), OrganisationKind.BRANCH, village.name() + "党支部", committee);
                }
            }
            for (var row : DemoResource.rows("township-units.csv", ",")) {
                if (row.get(0).equals(township.category().name())) {
                    var unit = unit(township.code(), row.get(1).replace("{}", name), FIRST_UNIT);
                    add(unit, OrganisationKind.BRANCH, row.get(2).replace("{}", name), committee);
                }
            }
        }
    }

    private void addOrgans() {
        add(ORGANS, OrganisationKind.WORKING_COMMITTEE, ORGANS_COMMITTEE, null);
        for (var row : DemoResource.rows("organs.csv", ",")) {
            var unit = unit(ORGANS, row.get(0), 1);
            var parent = row.get(3).isEmpty() ? ORGANS_COMMITTEE : row.get(3);
            add(unit, OrganisationKind.valueOf(row.get(1)), row.get(2), parent);
        }
    }

    /** Co-operatives led by the Party, in as many villages as the reported number of organisations leaves room for. */
    private void addCooperatives() {
        var villages = places.values().stream()
                .filter(place -> place.category() == PlaceCategory.VILLAGE)
                .toList();
        var missing = ORGANISATIONS - drafts.size();
        for (var n = 0; n < missing; n++) {
            var village = villages.get(n * villages.size() / missing);
            var township = placeAt(village.code().parent().orElseThrow());
            add(village.code(), OrganisationKind.BRANCH, village.name() + "专业合作社党支部", township.name() + "党委");
        }
    }

    private List<DemoPlace> of(PlaceKind kind) {
        return places.values().stream()
                .filter(place -> place.code().kind() == kind)
                .toList();
    }

    private DemoPlace placeAt(PlaceCode code) {
        return Objects.requireNonNull(places.get(code));
    }

    private PlaceCode unit(PlaceCode above, String name, int first) {
        var known = places.values().stream()
                .filter(place -> place.name().equals(name) && above.contains(place.code()))
                .findAny();
        if (known.isPresent()) {
            return known.get().code();
        }
        var number = first;
        while (places.containsKey(above.child("%03d".formatted(number)))) {
            number++;
        }
        var code = above.child("%03d".formatted(number));
        add(code, PlaceCategory.UNIT, name);
        return code;
    }

    private void add(PlaceCode code, PlaceCategory category, String name) {
        places.put(code, new DemoPlace(code, category, name));
    }

    /** Names of villages come twice, those of organisations above others do not. */
    private void add(PlaceCode place, OrganisationKind kind, String name, @Nullable String parent) {
        var number = organisationsAt.merge(place, 1, Integer::sum);
        var category = placeAt(place).category();
        var login = loginAt(place, number);
        loginsByName.putIfAbsent(name, login);
        var above = parent == null ? null : Objects.requireNonNull(loginsByName.get(parent), parent);
        drafts.add(new Draft(place, category, kind, name, above, login));
    }

    private static String loginAt(PlaceCode place, int number) {
        if (place.kind() == PlaceKind.TOWNSHIP) {
            return "township-" + place;
        }
        return number == 1 ? "village-" + place : "unit-" + place + "-" + number;
    }

    /** A branch has its members; who stands above branches has theirs. */
    private Map<String, Integer> membersByLogin() {
        var members = drafts.stream().collect(toMap(Draft::login, Draft::ownMembers));
        for (var i = drafts.size() - 1; i >= 0; i--) {
            var draft = drafts.get(i);
            if (draft.parent != null) {
                members.merge(draft.parent, members.getOrDefault(draft.login, 0), Integer::sum);
            }
        }
        return members;
    }

    /** An organisation before the members of those below it are counted. */
    private record Draft(
            PlaceCode place,
            PlaceCategory category,
            OrganisationKind kind,
            String name,
            @Nullable String parent,
            String login) {

        private static final LocalDate COUNTED_ON = LocalDate.of(2026, 1, 1);

        /** From seven full members on a branch elects a committee; large ones divide into groups. */
        private static final int ENOUGH_FOR_A_COMMITTEE = 7;

        private static final int ENOUGH_FOR_GROUPS = 24;

        /** How many branches have somebody on probation: about as many as the county's yearly quota has places. */
        private static final double JOINING = 0.38;

        private static final double BRANCHES_PER_MEMBER = 1 / 24.0;

        int ownMembers() {
            if (kind != OrganisationKind.BRANCH) {
                return 0;
            }
            var random = new DemoRandom("members", login);
            return rural() ? random.between(16, 48) : random.between(5, 32);
        }

        DemoOrganisation toOrganisation(int members, int holder) {
            var random = new DemoRandom("founded", login);
            var branch = kind == OrganisationKind.BRANCH;
            var joining = new DemoRandom("joining", login).happens(JOINING);
            var probationary = branch ? (joining ? 1 : 0) : (int) (members * JOINING * BRANCHES_PER_MEMBER);
            var structure = new Structure(
                    !branch || members - probationary >= ENOUGH_FOR_A_COMMITTEE,
                    branch && members >= ENOUGH_FOR_GROUPS,
                    members - probationary,
                    members,
                    COUNTED_ON);
            var founded = LocalDate.of(random.between(rural() ? 1956 : 1978, 2016), random.between(1, 12), 1);
            return new DemoOrganisation(
                    place, kind, name, parent, founded, structure, login, DemoAccounts.holderName(holder), rural());
        }

        private boolean rural() {
            return category == PlaceCategory.VILLAGE || category == PlaceCategory.COMMUNITY;
        }
    }
}
