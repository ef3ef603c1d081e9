package io.qiangcun.web.demo;

import io.qiangcun.core.account.OpenAccount;
import io.qiangcun.core.account.RoleName;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** One account for each organisation, and those of the county's office. */
final class DemoAccounts {

    private static final int FIRST_OF_GRIDS = 1001;

    private DemoAccounts() {}

    static List<OpenAccount> of(List<DemoOrganisation> organisations) {
        var accounts = new ArrayList<OpenAccount>();
        accounts.add(ofCounty(RoleName.COUNTY, "county", "旗委组织部", 1));
        for (var organisation : organisations) {
            var level = organisation.place().kind();
            accounts.add(new OpenAccount(
                    organisation.place(),
                    level == PlaceKind.TOWNSHIP ? RoleName.TOWNSHIP : RoleName.VILLAGE,
                    organisation.login(),
                    organisation.name(),
                    organisation.holder(),
                    organisation.id().value()));
        }
        var last = organisations.size() + 1;
        accounts.add(ofCounty(RoleName.ADMINISTRATOR, "administrator", "系统管理员", last + 1));
        accounts.add(ofCounty(RoleName.AUDITOR, "auditor", "安全审计员", last + 2));
        // bad ratings of what the one deals with are looked into by the other
        accounts.add(ofCounty(RoleName.COUNTY, "county-centre", "旗党群服务中心", last + 3));
        return accounts;
    }

    /** Whoever walks a grid reports from it. */
    static List<OpenAccount> ofGrids(List<PlaceCode> grids) {
        return IntStream.range(0, grids.size())
                .mapToObj(at -> new OpenAccount(
                        grids.get(at),
                        RoleName.GRID,
                        "grid-" + grids.get(at),
                        "专职网格员",
                        holderName(FIRST_OF_GRIDS + at),
                        null))
                .toList();
    }

    private static OpenAccount ofCounty(RoleName role, String login, String post, int holder) {
        return new OpenAccount(DemoCounty.ROOT, role, login, post, holderName(holder), null);
    }

    static String holderName(int number) {
        return "演示用户%04d".formatted(number);
    }
}
