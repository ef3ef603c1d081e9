package io.qiangcun.access;

import static io.qiangcun.testkit.StatementCounter.statementsOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.qiangcun.core.account.RoleName;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.function.Executable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every page and every action, whoever wrote it, asked by every role for what is its own and what is not. A new controller
 * is covered without a word here.
 */
@ApplicationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RouteAccessTests {

    /** Open to anybody; whoever opens another page says so here. */
    private static final List<String> PUBLIC = List.of(
            "/login",
            "/display",
            "/error",
            "/party/slip",
            "/party/slip/appeal",
            "/grid/slip",
            "/grid/slip/answer",
            "/economy/open",
            "/economy/open/{code:[a-z2-9]+}",
            "/about",
            "/services/feedback",
            "/services/feedback/track",
            "/services/feedback/answers",
            "/services/answers",
            "/services/ask",
            "/services/centre",
            "/services/centre/{place:[0-9]+}",
            "/services/projects",
            "/services/projects/photos/{photo}",
            "/services/venues",
            "/services/venues/photos/{photo}",
            "/services/track",
            "/services/track/supply",
            "/services/track/rate",
            "/services/track/append",
            "/services/track/withdraw",
            "/services",
            "/services/items",
            "/services/items/{code:[0-9]+-[PA]-[0-9]+}",
            "/api/v1/speaker/queue",
            "/api/v1/speaker/begin",
            "/api/v1/speaker/end",
            "/sw.js",
            "/app.webmanifest");

    /** About a place, which is there for everybody. */
    private static final String SAME_FOR_EVERYBODY = "/services/centre/{place:[0-9]+}";

    /** Sent in earnest, these would send the visitors of the other tests away. */
    private static final List<String> ENDS_SESSIONS = List.of("/logout", "/account/", "/core/accounts/");

    /** Metrics of tests lead where only tests go. */
    private static final Pattern TESTS_OWN = Pattern.compile("^/places/|core\\.test-");

    private static final Set<Integer> REFUSED = Set.of(403, 404);

    private static final int PAGES_WALKED = 150;
    private static final int MOST_STATEMENTS = 15;

    @Autowired
    MockMvcTester mvc;

    private List<Route> routes;
    private PlaceFixtures own;
    private PlaceFixtures other;
    private List<Visitor> visitors;
    private JdbcClient owner;
    private final Map<String, List<Row>> rows = new HashMap<>();

    @BeforeAll
    void fillTwoCounties(
            @Autowired AccessFixtures fixtures,
            @Autowired Flyway flyway,
            @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping) {
        var counties = fixtures.twoCounties();
        own = counties.get(0);
        other = counties.get(1);
        owner = JdbcClient.create(flyway.getConfiguration().getDataSource());
        routes = Route.all(requestMappingHandlerMapping);
        visitors = List.of(
                new Visitor(RoleName.ADMINISTRATOR, own.county()),
                new Visitor(RoleName.AUDITOR, own.county()),
                new Visitor(RoleName.COUNTY, own.county()),
                new Visitor(RoleName.TOWNSHIP, own.township()),
                new Visitor(RoleName.VILLAGE, own.east()),
                new Visitor(RoleName.GRID, own.east().child("001")));
    }

    @TestFactory
    Stream<DynamicTest> sendVisitorsWhoAreNotSignedInToTheSignInPage() {
        return routes.stream()
                .filter(route -> !PUBLIC.contains(route.pattern()))
                .map(route -> test(route.toString(), () -> {
                    var path = route.withNothingReal(own.east());
                    assertThat(mvc.method(route.method()).uri(path))
                            .redirectedUrl()
                            .startsWith("/login");
                    assertThat(mvc.method(route.method()).uri(path).with(csrf()))
                            .redirectedUrl()
                            .startsWith("/login");
                }));
    }

    /** Administrators and auditors have no desk, but a page of their own. */
    @TestFactory
    Stream<DynamicTest> haveAFirstPageForEveryRole() {
        return visitors.stream()
                .map(visitor -> test(visitor + ": first page", () -> {
                    var first = ledTo(ledTo("/", visitor), visitor);
                    assertThat(shown(first, visitor).html()).as(first).contains("<h1");
                }));
    }

    /** What wants to be told something; everything else is shown below. */
    @TestFactory
    Stream<DynamicTest> answerOrRefuseEveryRoleButNeverBreak() {
        return visitors.stream().flatMap(visitor -> routes.stream()
                .filter(route -> route.isRead() && !route.namesSomething())
                .filter(route -> !route.requiredParameters().isEmpty())
                .map(route -> test(visitor + ": " + route, () -> {
                    var status = status(route, route.withNothingReal(own.east()), visitor);
                    assertThat(status).isIn(200, 302, 303, 403, 404);
                })));
    }

    /** Lists that can be narrowed to a place. */
    @TestFactory
    Stream<DynamicTest> neverBreakOverAPlaceOutside() {
        var visitor = new Visitor(RoleName.TOWNSHIP, own.township());
        return routes.stream()
                .filter(route -> route.isRead() && !route.hasVariables())
                .map(route -> test(visitor + ": " + route, () -> {
                    var narrowed = route.pattern() + "?place=" + other.east() + "&within=" + other.east();
                    assertThat(status(narrowed, visitor)).isLessThan(500);
                }));
    }

    @TestFactory
    Stream<DynamicTest> doNothingForAnEmptyForm() {
        return visitors.stream().flatMap(visitor -> routes.stream()
                .filter(route -> !route.isRead() && !route.namesSomething())
                .map(route -> test(visitor + ": " + route, () -> {
                    var status = status(route, route.withNothingReal(own.east()), visitor);
                    assertThat(status).isLessThan(500);
                })));
    }

    /** What is not there is not there for anybody: asked by the first who may ask at all. */
    @TestFactory
    Stream<DynamicTest> findNothingThatDoesNotExist() {
        return routes.stream()
                .filter(Route::namesSomething)
                .filter(route -> !SAME_FOR_EVERYBODY.equals(route.pattern()))
                .map(route -> test(route.toString(), () -> {
                    var path = route.withNothingReal(other.east());
                    var statuses = visitors.stream().mapToInt(visitor -> status(route, path, visitor));
                    var first =
                            statuses.filter(status -> status != 403).findFirst().orElse(403);
                    assertThat(first).isIn(route.isRead() ? List.of(403, 404) : List.of(400, 403, 404));
                }));
    }

    /** Whoever may not ask at all is told so at the first row; whoever may finds none of them. */
    @TestFactory
    Stream<DynamicTest> findNothingThatLiesOutsideTheJurisdiction() {
        return visitors.stream().flatMap(visitor -> routes.stream()
                .filter(route -> route.idColumn().isPresent())
                .map(route -> test(visitor + ": " + route, () -> {
                    for (var row : outside(route, visitor)) {
                        var status = status(route, route.with(row.id(), other.east()), visitor);
                        assertThat(status)
                                .as("at " + row.place())
                                .isIn(route.isRead() ? List.of(403, 404) : List.of(400, 403, 404));
                        if (status == 403) {
                            return;
                        }
                    }
                })));
    }

    /**
     * What lies inside is shown or refused. A page that asks once for each of its rows is found here, as soon as a fixture has
     * rows for it. Who may open a form may send it; what he may not do, no page offers him.
     */
    @TestFactory
    Stream<DynamicTest> showWhatLiesInsideWithFewStatementsAndNoFormThatWouldBeRefused() {
        return visitors.stream().flatMap(visitor -> routes.stream()
                .filter(Route::isRead)
                .flatMap(route -> paths(route, visitor))
                .map(path -> test(visitor + ": " + path, () -> {
                    var answers = new ArrayList<MockHttpServletResponse>();
                    var statements = statementsOf(() -> answers.add(answer(path, visitor)));
                    var answer = answers.get(0);
                    // 400: a list that has to be told its month
                    assertThat(answer.getStatus()).isIn(200, 302, 303, 400, 403, 404);
                    assertThat(statements).hasSizeLessThanOrEqualTo(MOST_STATEMENTS);
                    assertThat(pageOf(answer).unsaid())
                            .as("messages that are missing")
                            .isEmpty();
                    for (var form : pageOf(answer).forms()) {
                        if (ENDS_SESSIONS.stream().noneMatch(form.action()::startsWith)) {
                            var status = send(form, visitor);
                            assertThat(status).as(form.action()).isLessThan(500);
                            // another form of the page may have taken its ground away
                            if (REFUSED.contains(status)) {
                                assertThat(shown(path, visitor).offers(form))
                                        .as(form.action() + " answered " + status)
                                        .isFalse();
                            }
                        }
                    }
                })));
    }

    @TestFactory
    Stream<DynamicTest> leadNobodyToWhatIsRefused() {
        return visitors.stream()
                .map(visitor -> test(visitor + ": from page to page", () -> {
                    var seen = new LinkedHashSet<String>();
                    var next = new ArrayDeque<ShownPage>();
                    for (var route : routes) {
                        if (route.isRead() && !route.hasVariables()) {
                            var answer = answer(route.pattern(), visitor);
                            if (answer.getStatus() == 200) {
                                seen.add(route.pattern());
                                next.add(pageOf(answer));
                            }
                        }
                    }
                    while (!next.isEmpty() && seen.size() < PAGES_WALKED) {
                        for (var link : next.remove().links()) {
                            if (!TESTS_OWN.matcher(link).find() && seen.add(link)) {
                                var answer = answer(link, visitor);
                                assertThat(answer.getStatus()).as(link).isLessThan(400);
                                next.add(pageOf(answer));
                            }
                        }
                    }
                    assertThat(seen).as("pages walked").hasSizeGreaterThan(3);
                }));
    }

    /** Named in its failure too: reports number dynamic tests instead of naming them. */
    private static DynamicTest test(String name, Executable check) {
        return DynamicTest.dynamicTest(name, () -> {
            try {
                check.execute();
            } catch (AssertionError failed) {
                throw new AssertionError(name + ": " + failed.getMessage(), failed);
            }
        });
    }

    private int status(Route route, String path, Visitor visitor) {
        var request = mvc.method(route.method()).uri(path).with(visitor.signedIn());
        route.requiredParameters().forEach(request::param);
        return request.exchange().getResponse().getStatus();
    }

    private Stream<String> paths(Route route, Visitor visitor) {
        if (!route.namesSomething()) {
            return Stream.of(route.withNothingReal(own.east()));
        }
        // a draft and what was submitted offer different forms
        return rows(route).stream()
                .filter(row -> visitor.sees(row.place()))
                .map(row -> route.with(row.id(), other.east()));
    }

    /** Where the page sends the visitor, or the page itself. */
    private String ledTo(String path, Visitor visitor) {
        var answer = answer(path, visitor);
        return answer.getStatus() == 302 ? String.valueOf(answer.getRedirectedUrl()) : path;
    }

    private int status(String path, Visitor visitor) {
        return answer(path, visitor).getStatus();
    }

    private ShownPage shown(String path, Visitor visitor) throws UnsupportedEncodingException {
        return pageOf(answer(path, visitor));
    }

    private MockHttpServletResponse answer(String path, Visitor visitor) {
        return mvc.get()
                .uri(URI.create(path))
                .with(visitor.signedIn())
                .exchange()
                .getResponse();
    }

    private static ShownPage pageOf(MockHttpServletResponse answer) throws UnsupportedEncodingException {
        var isPage = answer.getStatus() == 200
                && String.valueOf(answer.getContentType()).startsWith("text/html");
        return new ShownPage(isPage ? answer.getContentAsString() : "");
    }

    private int send(ShownPage.SentForm form, Visitor visitor) {
        var request = mvc.post().uri(URI.create(form.action())).with(visitor.signedIn());
        form.values().forEach(request::param);
        return request.exchange().getResponse().getStatus();
    }

    /** Two rows of each table behind the id, at each place; asked once. */
    private List<Row> rows(Route route) {
        return route.idColumn()
                .map(column -> rows.computeIfAbsent(column, this::found))
                .orElse(List.of());
    }

    /** Of each table one row at each place that the visitor does not see, the farthest first. */
    private List<Row> outside(Route route, Visitor visitor) {
        var seen = new HashSet<String>();
        return rows(route).stream()
                .filter(row -> !visitor.sees(row.place()) && seen.add(row.table() + row.place()))
                .sorted(Comparator.comparing(row -> row.place().county().equals(own.county()) ? 1 : 0))
                .toList();
    }

    private List<Row> found(String column) {
        return tables(column).stream()
                .flatMap(table -> places().stream().flatMap(place -> owner
                        .sql("select %1$s from %2$s where place_code = :place limit 2".formatted(column, table))
                        .param("place", place.value())
                        .query(UUID.class)
                        .list()
                        .stream()
                        .map(id -> new Row(table, id, place))))
                .toList();
    }

    /** Of the other county one village will do: to everybody here all of it lies outside. */
    private List<PlaceCode> places() {
        return List.of(own.county(), own.township(), own.east(), own.west(), other.county(), other.east());
    }

    private List<String> tables(String idColumn) {
        return owner.sql("""
            select c.relname from pg_class c
            join pg_index i on i.indrelid = c.oid and i.indisprimary and i.indnatts = 1
            join pg_attribute id on id.attrelid = c.oid and id.attnum = i.indkey[0] and id.attname = :column
            join pg_attribute place on place.attrelid = c.oid and place.attname = 'place_code'
            where c.relkind in ('r', 'p')
            """).param("column", idColumn).query(String.class).list();
    }

    private record Row(String table, UUID id, PlaceCode place) {}

    private record Visitor(RoleName role, PlaceCode place) {

        boolean sees(PlaceCode other) {
            return Jurisdiction.within(place).covers(other);
        }

        RequestPostProcessor signedIn() {
            return SignedIn.as(role, place);
        }

        @Override
        public String toString() {
            return role.name();
        }
    }
}
