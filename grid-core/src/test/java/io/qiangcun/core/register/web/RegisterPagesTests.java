package io.qiangcun.core.register.web;

import static io.qiangcun.core.register.RegisterFixtures.herd;
import static io.qiangcun.testkit.StatementCounter.statementsOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.register.RegisterFixtures;
import io.qiangcun.core.register.RowFilter;
import io.qiangcun.core.register.RowId;
import io.qiangcun.core.register.RowLine;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.Sheets;
import io.qiangcun.testkit.SignedIn;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Registers on the screen. Today is 16 November 2026. */
@ApplicationTest
class RegisterPagesTests {

    private static final String HERDS = "/core/registers/test.herd";
    private static final int MOST_STATEMENTS = 12;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    RegisterFixtures registers;

    private PlaceFixtures places;
    private PersonId keeper;

    @BeforeEach
    void aCounty() {
        places = registers.county();
        keeper = registers.person(places.east(), "Ann");
    }

    @Test
    void theCatalogueCountsWhatThereIs() {
        registers.herdIn(places.east(), keeper, herd("North"));

        assertThat(get("/core/registers", places.east()))
                .hasStatusOk()
                .bodyText()
                .contains("Farming", "Herds", "Visits of herds 0", "登记")
                .doesNotContain("Secrets of the county", "建立本地台账");
        assertThat(get("/core/registers", places.county())).bodyText().contains("Secrets of the county", "建立本地台账");
        assertThat(get("/core/registers/test.secret", places.east())).hasStatus(404);
        assertThat(get("/core/registers/test.nothing", places.east())).hasStatus(404);
    }

    @Test
    void aRowIsWrittenOnItsForm() {
        assertThat(get(HERDS + "/new", places.east()))
                .hasStatusOk()
                .bodyText()
                .contains("Keeper", "输入姓名", "Worth", "选填");

        var id = RowId.next();
        assertThat(send(HERDS + "/new", places.east(), fields(id, "Nobody", "40")))
                .hasStatus(422)
                .bodyText()
                .contains("“Keeper”在本辖区查不到", "value=\"Nobody\"", "value=\"40\"");
        assertThat(send(HERDS + "/new", places.east(), fields(id, "Ann", "4,000,000")))
                .hasStatus(422)
                .bodyText()
                .contains("“Heads”不能大于 5000", "cellsheads-error");
        for (var times = 0; times < 2; times++) {
            assertThat(send(HERDS + "/new", places.east(), fields(id, "Ann", "４０")))
                    .hasRedirectedUrl(id.href());
        }
        assertThat(get(id.href(), places.east()))
                .hasStatusOk()
                .bodyText()
                .contains("North", "/core/people/" + keeper, "现有", "1＊＊＊", "Visits of herds")
                .doesNotContain("13800001234");
        assertThat(get(HERDS, places.east())).bodyText().containsOnlyOnce(">Ann</a>");
    }

    @Test
    void whoIsMeantIsChosenAmongNamesakes() {
        registers.person(places.east(), "Ann");

        assertThat(send(HERDS + "/new", places.east(), fields(RowId.next(), "Ann", "40")))
                .hasStatus(422)
                .bodyText()
                .contains("“Keeper”有 2 个相近的", "East Village", keeper.toString());
        var id = RowId.next();
        assertThat(send(
                        HERDS + "/new",
                        places.east(),
                        with(fields(id, "Ann", "40"), "cells[keeper]", keeper.toString())))
                .hasRedirectedUrl(id.href());
    }

    @Test
    void bothVersionsAreShownToWhoComesSecond() {
        var id = registers.herdIn(places.east(), keeper, herd("North"));
        var edit = id.href() + "/edit";
        assertThat(get(edit, places.east())).hasStatusOk().bodyText().contains("更正原因", "value=\"Ann\"");
        assertThat(send(edit, places.east(), edited("0", "41", "Counted"))).hasRedirectedUrl(id.href());

        assertThat(send(edit, places.east(), edited("0", "42", "Counted too")))
                .hasStatus(409)
                .bodyText()
                .contains("41", "42", "differs");
        assertThat(send(edit, places.east(), edited("1", "42", "Counted too"))).hasRedirectedUrl(id.href());
        assertThat(get(id.href(), places.east())).bodyText().contains("Counted too", "更正", "Holder at");
    }

    @Test
    void aRowEndsWithAReasonAndIsRevealedWithOne() {
        var id = registers.herdIn(places.east(), keeper, herd("North", "phone", "13800001234"));

        assertThat(send(id.href() + "/end", places.east(), List.of("version", "0", "on", "2026-11-16", "reason", "")))
                .hasStatus(422)
                .bodyText()
                .contains("请填写原因");
        assertThat(send(id.href() + "/reveal", places.east(), List.of("version", "0", "reason", "To call him")))
                .hasStatusOk()
                .bodyText()
                .contains("13800001234");
        assertThat(get(id.href() + "/print", places.east()))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("13800001234");
    }

    @Test
    void aLetterTellsWhatHappenedSinceTheOneBefore() {
        var herd = registers.herdIn(places.east(), keeper, herd("North", "since", "2026-01-01"));
        List.of("2026-02-01", "2026-05-02", "2026-06-03", "2026-09-04")
                .forEach(day -> registers.visitOf(places.east(), herd, day));
        registers.letterOf(places.east(), herd, "2026-03-31", "Well kept");
        var second = registers.letterOf(places.east(), herd, "2026-06-30", "Better kept");

        assertThat(get(second.href() + "/print", places.east()))
                .hasStatusOk()
                .bodyText()
                .contains("How the herd is", "致：North", "2026-04-01 至 2026-06-30", "共 2 项", "2026-05-02", "2026-06-03")
                .contains("Better kept", "Answer")
                .doesNotContain("2026-02-01", "2026-09-04", "Well kept");
        assertThat(get(second.href() + "/print", places.west())).hasStatus(404);
        assertThat(get(herd.href() + "/print", places.east())).bodyText().doesNotContain("致：");
    }

    @Test
    void nothingIsShownOutsideTheJurisdiction() {
        var id = registers.herdIn(places.east(), keeper, herd("North"));

        assertThat(get(id.href(), places.west())).hasStatus(404);
        assertThat(get(id.href() + "/edit", places.west())).hasStatus(404);
        assertThat(get(HERDS, places.west())).hasStatusOk().bodyText().doesNotContain("North");
        assertThat(send(id.href() + "/void", places.west(), List.of("version", "0", "reason", "Mine")))
                .hasStatus(404);
        assertThat(get("/core/registers/test.herd-visit/new?parent=" + id, places.west()))
                .hasStatus(404);
        assertThat(get(id.href(), places.township())).hasStatusOk();
        assertThat(get(HERDS, places.township())).bodyText().contains("East Village", "下级合计", "40");
        assertThat(get(HERDS + "/new", places.county())).hasStatus(403);
    }

    @Test
    void aListIsNarrowedAndExported() throws IOException {
        registers.herdIn(places.east(), keeper, herd("North"));
        registers.herdIn(places.east(), keeper, herd("South", "kind", "Cattle"));

        assertThat(get(HERDS + "?by[kind]=cattle", places.east()))
                .bodyText()
                .contains("Cattle")
                .doesNotContain(">North<");
        assertThat(get(HERDS + "?text=North", places.east())).bodyText().contains("1");
        assertThat(get(HERDS + "/gaps", places.county()))
                .hasStatusOk()
                .bodyText()
                .contains("West Village", "At least two herds", "党内法规")
                .doesNotContain("East Village");
        assertThat(Sheets.rows(get(HERDS + "/export?by[kind]=cattle", places.east())
                        .getResponse()
                        .getContentAsByteArray()))
                .anySatisfy(row -> assertThat(row).contains("Ann", "South", "Cattle"))
                .noneSatisfy(row -> assertThat(row).contains("North"));
    }

    @Test
    void askFewQuestionsHoweverManyRowsThereAre() throws Exception {
        var id = registers.herdIn(places.east(), keeper, herd("Herd 0"));
        for (var number = 1; number < 12; number++) {
            registers.herdIn(places.east(), keeper, herd("Herd " + number));
            registers.visitOf(places.east(), id, "2026-10-" + (10 + number));
        }
        get(HERDS, places.county());

        for (var page : List.of("/core/registers", HERDS, HERDS + "/gaps", id.href(), HERDS + "/definition")) {
            assertThat(statementsOf(() -> get(page, places.county())))
                    .as(page)
                    .hasSizeLessThanOrEqualTo(MOST_STATEMENTS);
        }
    }

    @Test
    void aSheetComesInWhole() throws IOException {
        assertThat(Sheets.rows(get(HERDS + "/import/template", places.township())
                        .getResponse()
                        .getContentAsByteArray()))
                .anySatisfy(row -> assertThat(row).contains("所在地", "Keeper（必填", "Kind（必填，Sheep / Cattle）"));

        var heads = List.of("所在地", "Keeper（必填）", "Name", "Kind", "Heads", "Insured", "Since");
        assertThat(upload(
                        places.township(),
                        Sheets.filled(
                                heads,
                                List.of("East Village", "Ann", "North", "Sheep", "40", "是", "2026-01-05"),
                                List.of("West Village", "Ann", "South", "Cattle", "１２", "否", "2026年2月1日"))))
                .hasRedirectedUrl(HERDS);
        assertThat(registers.list(places.township(), "test.herd", RowFilter.CURRENT))
                .extracting(RowLine::title)
                .containsExactly("North", "South");
        assertThat(registers
                        .list(places.west(), "test.herd", RowFilter.CURRENT)
                        .get(0)
                        .cells())
                .satisfies(cells -> {
                    assertThat(cells.get("heads")).isEqualTo("12");
                    assertThat(cells.get("since")).isEqualTo("2026-02-01");
                    assertThat(cells.get("insured")).isEqualTo("no");
                });
    }

    @Test
    void aSheetWithOneMistakeComesBackWithIt() throws IOException {
        var heads = List.of("所在地", "Keeper", "Name", "Kind", "Heads");
        var answer = upload(
                places.township(),
                Sheets.filled(
                        heads,
                        List.of("East Village", "Ann", "North", "Sheep", "40"),
                        List.of("East Village", "Ann", "North", "Sheep", "41"),
                        List.of("Nowhere", "Zoe", "South", "Goats", "many")));

        assertThat(answer)
                .hasStatus(422)
                .bodyText()
                .contains("共 3 行，其中 2 行有误", "已有相同的记录", "本辖区没有“Nowhere”", "“Keeper”在本辖区查不到");
        assertThat(registers.list(places.township(), "test.herd", RowFilter.CURRENT))
                .isEmpty();
        var link = Pattern.compile("base64,([A-Za-z0-9+/=]+)")
                .matcher(answer.getResponse().getContentAsString());
        assertThat(link.find()).isTrue();
        assertThat(Sheets.rows(Base64.getDecoder().decode(link.group(1))))
                .anySatisfy(row -> assertThat(row).contains("Keeper", "错误"))
                .anySatisfy(row -> assertThat(row).contains("Goats", "“Kind”请从选项中选择", "“Heads”请填写整数"));
    }

    @Test
    void whatIsNoSheetIsRefused() {
        assertThat(upload(places.township(), "no workbook".getBytes(StandardCharsets.UTF_8)))
                .hasStatus(422)
                .bodyText()
                .contains("这不是可以读取的 .xlsx 表格");
        assertThat(upload(places.township(), new byte[3 * 1024 * 1024]))
                .hasStatus(422)
                .bodyText()
                .contains("表格过大");
    }

    @Test
    void aCountyMakesARegisterOfItsOwn() {
        assertThat(get("/core/registers/define", places.east())).hasStatus(403);
        assertThat(get("/core/registers/define", places.county())).hasStatusOk();
        var edition = UUID.randomUUID().toString();
        var made = send(
                "/core/registers/define",
                places.county(),
                List.of(
                        "edition",
                        edition,
                        "texts[seen]",
                        "yes",
                        "texts[title]",
                        "Wells",
                        "texts[theme]",
                        "Water",
                        "texts[own1.label]",
                        "Well",
                        "texts[level]",
                        "VILLAGE",
                        "texts[writer]",
                        "VILLAGE",
                        "texts[minimum]",
                        "1",
                        "texts[new1.label]",
                        "Depth",
                        "texts[new1.kind]",
                        "NUMBER",
                        "texts[new1.unit]",
                        "m",
                        "texts[new1.listed]",
                        "yes",
                        "texts[new1.totalled]",
                        "yes",
                        "texts[new2.label]",
                        "Use",
                        "texts[new2.kind]",
                        "CHOICE",
                        "texts[new2.choices]",
                        "Drinking\nFields",
                        "texts[new3.label]",
                        "Licence until",
                        "texts[new3.kind]",
                        "UNTIL"));
        var href = String.valueOf(made.getResponse().getRedirectedUrl());
        assertThat(href).startsWith("/core/registers/own.");

        assertThat(get("/core/registers", places.east())).bodyText().contains("Water", "Wells", "本地");
        assertThat(get(href + "/new", places.east())).bodyText().contains("Depth", "Drinking", "Licence until");
        var id = RowId.next();
        assertThat(send(
                        href + "/new",
                        places.east(),
                        List.of(
                                "id",
                                id.toString(),
                                "place",
                                places.east().value(),
                                "cells[own1]",
                                "Old well",
                                "cells[own2]",
                                "32.5",
                                "cells[own3]",
                                "c1")))
                .hasRedirectedUrl(id.href());
        assertThat(get(href, places.township())).bodyText().contains("Old well", "32.5");
        assertThat(get(href + "/gaps", places.county())).bodyText().contains("至少 1 条", "West Village");

        assertThat(get(href + "/edit", places.county()))
                .hasStatusOk()
                .bodyText()
                .contains("Licence until");
        assertThat(send(
                        href + "/edit",
                        places.county(),
                        List.of(
                                "edition",
                                UUID.randomUUID().toString(),
                                "seen",
                                "1",
                                "texts[seen]",
                                "yes",
                                "texts[own1.label]",
                                "Name of the well",
                                "texts[own1.required]",
                                "yes",
                                "texts[own1.listed]",
                                "yes",
                                "texts[own2.retired]",
                                "yes",
                                "texts[own3.c.c2]",
                                "",
                                "texts[own3.choices]",
                                "Cattle",
                                "texts[new1.label]",
                                "Depth",
                                "texts[new1.kind]",
                                "TEXT")))
                .hasStatus(422)
                .bodyText()
                .contains("已有同名的栏目");
        assertThat(send(
                        href + "/edit",
                        places.county(),
                        List.of(
                                "edition",
                                UUID.randomUUID().toString(),
                                "seen",
                                "1",
                                "texts[seen]",
                                "yes",
                                "texts[own1.label]",
                                "Name of the well",
                                "texts[own1.required]",
                                "yes",
                                "texts[own1.listed]",
                                "yes",
                                "texts[own2.retired]",
                                "yes",
                                "texts[own3.c.c2]",
                                "",
                                "texts[own3.choices]",
                                "Cattle")))
                .hasRedirectedUrl(href + "/definition");
        assertThat(get(href + "/new", places.east()))
                .bodyText()
                .contains("Name of the well", "Cattle")
                .doesNotContain("Depth", ">Fields<");
        assertThat(get(id.href(), places.east())).bodyText().contains("Depth", "32.5");
    }

    @Test
    void aCountyRewordsABuiltInRegisterButNeverBelowTheRule() {
        var edit = HERDS + "/edit";
        assertThat(get(edit, places.county())).hasStatusOk().bodyText().contains("At least two herds", "A regulation");
        assertThat(send(
                        edit,
                        places.county(),
                        List.of(
                                "edition",
                                UUID.randomUUID().toString(),
                                "seen",
                                "0",
                                "texts[seen]",
                                "yes",
                                "reason",
                                "Locally",
                                "texts[two.atLeast]",
                                "1")))
                .hasStatus(422)
                .bodyText()
                .contains("“At least two herds”不能少于 2", "A regulation two");
        assertThat(send(
                        edit,
                        places.county(),
                        List.of(
                                "edition",
                                UUID.randomUUID().toString(),
                                "seen",
                                "0",
                                "texts[seen]",
                                "yes",
                                "reason",
                                "Locally",
                                "source",
                                "Our paper",
                                "texts[title]",
                                "Flocks",
                                "texts[two.atLeast]",
                                "3",
                                "texts[remindDays]",
                                "60",
                                "texts[kind.choices]",
                                "Goats")))
                .hasRedirectedUrl(HERDS + "/definition");
        assertThat(get(HERDS + "/definition", places.east()))
                .bodyText()
                .contains("Flocks", "Goats", "本地第 1 版", "Locally");
        assertThat(get(HERDS, registers.county().county()))
                .bodyText()
                .contains("Herds")
                .doesNotContain("Flocks");
        assertThat(send(
                        edit,
                        places.county(),
                        List.of(
                                "edition",
                                UUID.randomUUID().toString(),
                                "seen",
                                "0",
                                "texts[seen]",
                                "yes",
                                "reason",
                                "Again")))
                .hasStatus(409);
    }

    private List<String> fields(RowId id, String keeperName, String heads) {
        return List.of(
                "id",
                id.toString(),
                "place",
                places.east().value(),
                "names[keeper]",
                keeperName,
                "cells[name]",
                "North",
                "cells[kind]",
                "sheep",
                "cells[heads]",
                heads,
                "cells[phone]",
                "13800001234");
    }

    private List<String> edited(String version, String heads, String reason) {
        return List.of(
                "version",
                version,
                "names[keeper]",
                "Ann",
                "cells[keeper]",
                keeper.toString(),
                "cells[name]",
                "North",
                "cells[kind]",
                "sheep",
                "cells[heads]",
                heads,
                "reason",
                reason);
    }

    private static List<String> with(List<String> fields, String name, String value) {
        return Stream.concat(fields.stream(), Stream.of(name, value)).toList();
    }

    private MvcTestResult get(String path, PlaceCode place) {
        return mvc.get()
                .uri(URI.create(path.replace("[", "%5B").replace("]", "%5D")))
                .with(SignedIn.at(place))
                .exchange();
    }

    private MvcTestResult send(String path, PlaceCode place, List<String> fields) {
        var request = mvc.post().uri(path).with(SignedIn.at(place));
        for (var at = 0; at < fields.size(); at += 2) {
            request.param(fields.get(at), fields.get(at + 1));
        }
        return request.exchange();
    }

    private MvcTestResult upload(PlaceCode place, byte[] workbook) {
        return mvc.post()
                .uri(HERDS + "/import")
                .multipart()
                .file(new MockMultipartFile("file", "herds.xlsx", null, workbook))
                .with(SignedIn.at(place))
                .exchange();
    }
}
