package io.qiangcun.services;

import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.register.EnterRow;
import io.qiangcun.core.register.RegisterFixtures;
import io.qiangcun.core.register.RegisterService;
import io.qiangcun.core.register.RowFilter;
import io.qiangcun.core.register.RowId;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A room is used by one at a time. Today is 16 November 2026. */
@ApplicationTest
class FacilityBookingTests {

    private static final String BOOKING = "services.facility-booking";

    @Autowired
    RegisterFixtures registers;

    @Autowired
    RegisterService service;

    @Autowired
    CurrentAccount current;

    @Autowired
    MockMvcTester mvc;

    private PlaceFixtures places;
    private RowId room;

    @BeforeEach
    void aRoom() {
        places = registers.county();
        room = facility("Reading room");
    }

    @Test
    void isBookedAheadAndTheSecondIsToldWhoHasIt() {
        var first = RowId.next();
        assertThat(book(first, room, "2026-11-20", "morning", "Choir")).hasStatus3xxRedirection();
        assertThat(book(first, room, "2026-11-20", "morning", "Choir")).hasStatus3xxRedirection();

        assertThat(book(RowId.next(), room, "2026-11-20", "morning", "Dancers"))
                .hasStatus(422)
                .bodyText()
                .contains("“2026-11-20 上午”已有“Choir Rehearsal”", "cellsslot-error", "value=\"Dancers\"");
        assertThat(book(RowId.next(), room, "2026-11-20", "afternoon", "Dancers"))
                .hasStatus3xxRedirection();
        assertThat(book(RowId.next(), room, "2026-11-21", "morning", "Dancers")).hasStatus3xxRedirection();
        assertThat(book(RowId.next(), facility("Stage"), "2026-11-20", "morning", "Dancers"))
                .hasStatus3xxRedirection();
        assertThat(registers.list(places.east(), BOOKING, RowFilter.of(room))).hasSize(3);
    }

    @Test
    void isFreeAgainWhenTheBookingIsVoid() {
        var first = RowId.next();
        book(first, room, "2026-11-20", "morning", "Choir");
        registers.run(
                places.east(),
                () -> service.declareVoid(current.jurisdiction(), current.actor(), first, 0, "They are on tour"));

        assertThat(book(RowId.next(), room, "2026-11-20", "morning", "Dancers")).hasStatus3xxRedirection();
    }

    @Test
    void isNotMovedOntoAnother() {
        var second = RowId.next();
        book(RowId.next(), room, "2026-11-20", "morning", "Choir");
        book(second, room, "2026-11-20", "evening", "Dancers");

        assertThat(move(second, "0", "morning"))
                .hasStatus(422)
                .bodyText()
                .contains("“2026-11-20 上午”已有“Choir Rehearsal”");
        assertThat(move(second, "0", "afternoon")).hasStatus3xxRedirection();
        assertThat(move(second, "1", "afternoon")).hasStatus3xxRedirection();
    }

    @Test
    void isHadByOneOfManyWhoAskAtTheSameMoment() throws InterruptedException {
        var people = Executors.newFixedThreadPool(4);
        var answers = people.invokeAll(List.of(asking("A"), asking("B"), asking("C"), asking("D")));
        people.shutdown();

        assertThat(answers)
                .extracting(answer -> answer.get().getResponse().getStatus())
                .containsExactlyInAnyOrder(302, 422, 422, 422);
        assertThat(answers)
                .extracting(answer -> answer.get().getResponse().getContentAsString())
                .filteredOn(page -> page.contains("“2026-11-20 上午”已有“"))
                .hasSize(3);
        assertThat(registers.list(places.east(), BOOKING, RowFilter.of(room))).hasSize(1);
    }

    @Test
    void isMadeForNoRoomOfOthers() {
        assertThat(send(
                        "/core/registers/" + BOOKING + "/new",
                        places.west(),
                        booking(RowId.next(), room, "2026-11-20", "morning", "Strangers")))
                .hasStatus(404);
    }

    private Callable<MvcTestResult> asking(String who) {
        return () -> book(RowId.next(), room, "2026-11-20", "morning", who);
    }

    private RowId facility(String name) {
        return registers.at(
                places.east(),
                () -> service.enter(
                        current.jurisdiction(),
                        current.actor(),
                        new EnterRow(
                                RowId.next(),
                                "services.culture-facility",
                                places.east(),
                                null,
                                Map.of("kind", "room", "name", name, "openedOn", "2020-05-01"),
                                Map.of()),
                        List.of()));
    }

    private MvcTestResult book(RowId id, RowId facility, String day, String slot, String by) {
        return send("/core/registers/" + BOOKING + "/new", places.east(), booking(id, facility, day, slot, by));
    }

    private MvcTestResult move(RowId id, String version, String slot) {
        return send(
                id.href() + "/edit",
                places.east(),
                Map.of(
                        "version",
                        version,
                        "cells[what]",
                        "Rehearsal",
                        "cells[usedOn]",
                        "2026-11-20",
                        "cells[slot]",
                        slot,
                        "cells[by]",
                        "Dancers",
                        "reason",
                        "Another time"));
    }

    private static Map<String, String> booking(RowId id, RowId facility, String day, String slot, String by) {
        return Map.of(
                "id",
                id.toString(),
                "parent",
                facility.toString(),
                "cells[what]",
                "Rehearsal",
                "cells[usedOn]",
                day,
                "cells[slot]",
                slot,
                "cells[by]",
                by);
    }

    private MvcTestResult send(String path, PlaceCode by, Map<String, String> fields) {
        var request = mvc.post().uri(path).with(SignedIn.at(by));
        fields.forEach(request::param);
        return request.exchange();
    }
}
