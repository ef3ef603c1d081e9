package io.qiangcun.web.demo;

import io.qiangcun.party.activity.ActivityContent;
import io.qiangcun.party.activity.ActivityKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/** Writes what a meeting's record would say: how many came, where, about what. */
final class DemoMinutes {

    private static final List<String> RURAL_VENUES = List.of("党群服务中心会议室", "党员活动室", "党群服务中心一楼", "文化广场");
    private static final List<String> OFFICE_VENUES = List.of("三楼会议室", "党员活动室", "一楼会议室", "多功能厅");
    private static final List<String> RURAL_REASONS = List.of("外出务工", "因病请假", "照顾家人", "农活离不开", "行动不便");
    private static final List<String> OFFICE_REASONS = List.of("公出", "因病请假", "值班", "外出培训", "下乡");
    private static final List<LocalTime> STARTS = List.of(
            LocalTime.of(8, 30), LocalTime.of(9, 0), LocalTime.of(14, 30), LocalTime.of(15, 0), LocalTime.of(16, 0));

    /** Members up to whom a group is counted as one. */
    private static final int GROUP = 9;

    private static final int LARGE_BRANCH = 30;
    private static final BigDecimal HALF_A_DAY = BigDecimal.valueOf(4);

    private final DemoTexts texts = new DemoTexts();

    ActivityContent of(DemoOrganisation organisation, ActivityKind kind, LocalDate heldOn, DemoRandom random) {
        var text = texts.of(kind, organisation.rural(), heldOn.getMonthValue(), random);
        var expected = expected(organisation, kind, random);
        var absences = kind.countsAttendance() ? absences(organisation.rural(), expected, random) : List.<Absence>of();
        var absent = absences.stream().mapToInt(Absence::count).sum();
        return new ActivityContent(
                kind,
                heldOn,
                random.oneOf(STARTS),
                random.oneOf(organisation.rural() ? RURAL_VENUES : OFFICE_VENUES),
                text.topic(),
                host(kind),
                organisation.structure().hasCommittee() ? random.oneOf(List.of("组织委员", "宣传委员")) : "支部副书记",
                expected,
                expected - absent,
                String.join("\n", absences.stream().map(Absence::line).toList()),
                text.summary(),
                text.decisions(),
                HALF_A_DAY);
    }

    private static int expected(DemoOrganisation organisation, ActivityKind kind, DemoRandom random) {
        var members = organisation.structure().memberCount();
        return switch (kind) {
            case COMMITTEE_MEETING -> members >= LARGE_BRANCH ? 5 : 3;
            case GROUP_MEETING -> members / Math.max(2, members / GROUP);
            case TALK -> random.between(2, 6);
            default -> members;
        };
    }

    private static String host(ActivityKind kind) {
        return switch (kind) {
            case GROUP_MEETING -> "党小组组长";
            case TRAINING -> "组织委员";
            default -> "支部书记";
        };
    }

    private static List<Absence> absences(boolean rural, int expected, DemoRandom random) {
        var reasons = rural ? RURAL_REASONS : OFFICE_REASONS;
        var left = random.between(0, expected / (rural ? 4 : 6));
        var absences = new ArrayList<Absence>();
        for (var reason : reasons) {
            if (left > 0 && random.happens(0.5)) {
                var count = random.between(1, left);
                absences.add(new Absence(reason, count));
                left -= count;
            }
        }
        return absences;
    }

    private record Absence(String reason, int count) {
        String line() {
            return reason + " " + count + " 人";
        }
    }
}
