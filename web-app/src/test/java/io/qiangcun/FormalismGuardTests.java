package io.qiangcun;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The rules against formalism at the grass roots forbid work software to check people in, to rank them or their points,
 * to count how often and how long they use it, to force photos out of them and to record where they go. Whoever adds one
 * of these things, in a page, a query, a class, a script or a word, is stopped here.
 */
class FormalismGuardTests {

    private static final List<Ban> BANS = List.of(
            ban("checking in", "打卡|签到|\\bcheck_?[Ii]n(?:_|s\\b|[A-Z]|\\b\\s*[(=;])|\\b(?:clock|punch)_?[Ii]n\\b"),
            ban(
                    "ranking",
                    "排名|排行|龙虎榜|红黑榜|末位|\\b(?:dense_|percent_)?rank\\s*\\(\\s*\\)|(?i:leader_?board)|\\b[Rr]anking"),
            ban("points as a league", "积分榜|积分排|\\bpoints?_?[Rr]ank"),
            ban("counting sign-ins", "登录次数|登录天数|登录率|活跃度|活跃率|日活|(?i:\\b(?:log|sign)_?-?in_?(?:count|days|streak|rate))"),
            ban("counting installations", "安装率|下载率|注册率|关注率|使用率|(?i:install(?:ation)?_?rate)"),
            ban("time on line", "在线时长|停留时长|使用时长|(?i:online_?(?:time|seconds|minutes|duration))|(?i:dwell_?time)"),
            ban("forced photos", "<input\\b(?=[^>]*type=\"file\")(?=[^>]*\\brequired\\b)[^>]*>"),
            ban("forced photos", "@Not(?:Null|Empty)\\b[^,;{]{0,80}MultipartFile"),
            ban("forced photos", "(?:必须|务必)(?:上传|拍)"),
            ban(
                    "recording where people go",
                    "轨迹|watchPosition|(?i:track_?points?\\b)|(?i:(?:location|gps|geo)_?(?:track|history|trail))"));

    /** What a warning, a metric or a duty is made of must be work, never the use of this software. */
    private static final Pattern JUDGES =
            Pattern.compile("implements [^{]*\\b(?:WarningRule|MetricSource|DutySubjects)\\b");

    private static final Pattern USE_OF_THE_SOFTWARE =
            Pattern.compile("(?i:\\b(?:from|join)\\s+(?:audit_\\w+|sign_in\\w*|account_session\\w*|session\\w*))"
                    + "|(?i:last_(?:sign_in|signed_in|seen|login)\\w*)");

    /** Points and stars say what somebody did; nothing puts persons, branches or places in the order of what they have. */
    private static final Pattern ABOUT_POINTS =
            Pattern.compile("party_points_|party_rating_|party[./]points|party[./]rating|grid_shop_|grid[./]shop");

    private static final Pattern IN_ORDER_OF_POINTS = Pattern.compile(
            "(?i:order\\s+by\\s+[^;\"]*?\\b(?:amount|balance|gained|lost|points|scores?|stars?|level|total)\\b)"
                    + "|(?:comparing\\w*|sorted)\\([^;]*?\\b(?:amount|balance|gained|points|score|stars?|level|total)\\(?\\)?"
                    + "|(?i:(?:row_number|ntile|cume_dist)\\s*\\()"
                    + "|\\b(?:amount|balance|points|score|stars)Desc\\b");

    /** What somebody does at a screen is no fact of Party life. */
    private static final Pattern AT_THE_SCREEN =
            Pattern.compile("(?i:\\b(?:from|join)\\s+(?:audit_\\w+|sign_in\\w*|account\\w*|session\\w*|slip)\\b)"
                    + "|(?i:\\b(?:click|view|visit|like|share|forward|login|sign_in|screen|online|app)_?(?:s|count|minutes|seconds|times?)\\b)"
                    + "|(?i:last_(?:sign_in|signed_in|seen|login)\\w*)|点赞|转发量|浏览量|点击量|学习时长");

    @Test
    void nobodyIsCheckedInRankedCountedTimedForcedOrTracked() {
        var found = Stream.of(
                        Sources.java(),
                        Sources.templates(),
                        Sources.migrations(),
                        Sources.scripts(),
                        Sources.messages(),
                        Sources.vocabularies())
                .flatMap(List::stream)
                .flatMap(file -> found(Sources.text(file)).map(what -> file.getFileName() + ": " + what))
                .toList();

        assertThat(found).isEmpty();
    }

    @Test
    void noJudgementRestsOnTheUseOfTheSoftware() {
        assertThat(Sources.java())
                .filteredOn(file -> JUDGES.matcher(Sources.text(file)).find())
                .isNotEmpty()
                .allSatisfy(file ->
                        assertThat(Sources.text(file)).as(file.toString()).doesNotContainPattern(USE_OF_THE_SOFTWARE));
    }

    @Test
    void noPointComesFromAScreenAndNothingIsInTheOrderOfPoints() {
        assertThat(Stream.of(Sources.java(), Sources.templates(), Sources.migrations())
                        .flatMap(List::stream)
                        .filter(file -> ABOUT_POINTS
                                .matcher(file.toString() + Sources.text(file))
                                .find()))
                .filteredOn(file -> !file.toString().contains("/demo/"))
                .hasSizeGreaterThan(20)
                .allSatisfy(file -> assertThat(Sources.text(file))
                        .as(file.toString())
                        .doesNotContainPattern(AT_THE_SCREEN)
                        .doesNotContainPattern(IN_ORDER_OF_POINTS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select member_id from party_points_line order by balance desc",
                "order by place_code, sum(e.amount) desc",
                "row_number() over (partition by place_code)",
                "lines.sorted(Comparator.comparing(PublishedLine::balance))",
                "lines.stream().sorted((a, b) -> b.points().compareTo(a.points()))"
            })
    void theGuardSeesALeagueTable(String sample) {
        assertThat(sample).containsPattern(IN_ORDER_OF_POINTS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into party_points_entry select * from audit_entry",
                "join account a on a.login = e.recorded_by",
                "coalesce(login_count, 0) * rule.amount",
                "'学习时长满1小时加1分'",
                "like_count int not null",
                "online_minutes / 60"
            })
    void theGuardSeesPointsFromAScreen(String sample) {
        assertThat(sample).containsPattern(AT_THE_SCREEN);
    }

    @Test
    void theGuardKnowsNamesAndDaysFromALeague() {
        assertThat("order by e.place_code, o.name, h.name, e.fact_on desc").doesNotContainPattern(IN_ORDER_OF_POINTS);
        assertThat("order by rule.position, code").doesNotContainPattern(IN_ORDER_OF_POINTS);
        assertThat("from party_activity a join party_member m").doesNotContainPattern(AT_THE_SCREEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "party.activity.check=每日打卡",
                "<button th:text=\"签到\">",
                "create table check_in (id uuid)",
                "void checkIn(Person person)",
                "select name, rank() over (order by score desc) from village",
                "party.home.ranking=各支部排名",
                "class LeaderBoard {",
                "account.login_count integer not null",
                "select login_count from account",
                "core.metric.activity=活跃度",
                "core.metric.use=在线时长（分钟）",
                "alter table account add column online_minutes int",
                "<input type=\"file\" name=\"photo\" required>",
                "<input required name=\"photo\" type=\"file\">",
                "record Form(@NotNull MultipartFile photo) {}",
                "party.activity.photo.hint=必须上传现场照片",
                "navigator.geolocation.watchPosition(send)",
                "create table location_history (at timestamptz)",
                "grid.patrol=巡查轨迹"
            })
    void theGuardBites(String sample) {
        assertThat(found(sample)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "core.account.sign-in.title=登录",
                "/** Checks in which place the account stands. */",
                "void checkInput(String text)",
                "select count(*) from party_activity",
                "row_number() over (partition by place_code)",
                "<input type=\"file\" name=\"photos\" multiple>",
                "<input type=\"text\" required><input type=\"file\">",
                "party.activity.files.hint=照片、文件均为选填",
                "order by who needs help"
            })
    void theGuardKnowsWorkFromFormalism(String sample) {
        assertThat(found(sample)).isEmpty();
    }

    @Test
    void theGuardSeesJudgementsByUse() {
        assertThat("select id from account where last_sign_in_at < :day").containsPattern(USE_OF_THE_SOFTWARE);
        assertThat("select 1 from audit_entry where actor = :actor").containsPattern(USE_OF_THE_SOFTWARE);
        assertThat("select 1 from party_activity where day < :day").doesNotContainPattern(USE_OF_THE_SOFTWARE);
    }

    private static Stream<String> found(String text) {
        return BANS.stream()
                .flatMap(ban -> ban.pattern().matcher(text).results().map(hit -> ban.of() + " (" + hit.group() + ")"));
    }

    private static Ban ban(String of, String pattern) {
        return new Ban(of, Pattern.compile(pattern));
    }

    private record Ban(String of, Pattern pattern) {}
}
