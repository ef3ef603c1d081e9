package io.qiangcun.web.demo;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.RoleName;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCategory;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.grid.incident.BeginIncident;
import io.qiangcun.grid.incident.Figure;
import io.qiangcun.grid.incident.Figures;
import io.qiangcun.grid.incident.IncidentId;
import io.qiangcun.grid.incident.IncidentTakeover;
import io.qiangcun.grid.incident.PastIncident;
import io.qiangcun.grid.incident.PastIncident.PastReport;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A flood that is over, with the figures reported of one township: 60 messages, 68 people moved, 20 hazards removed. What
 * the single messages say is composed.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class DemoIncidents {

    static final int MESSAGES = 60;
    static final int EVACUATED = 68;
    static final int HAZARDS = 20;

    private static final Jurisdiction COUNTY = Jurisdiction.within(DemoCounty.ROOT);
    private static final PlaceCode TOWNSHIP = new PlaceCode("150524103");
    private static final Set<PlaceCategory> LIVED_IN = Set.of(PlaceCategory.VILLAGE, PlaceCategory.COMMUNITY);
    private static final Actor OFFICER = new Actor(
            null,
            "township-" + TOWNSHIP,
            DemoAccounts.holderName(1),
            DemoAccounts.holderName(1),
            RoleName.TOWNSHIP,
            null);
    private static final int DAYS_AGO = 100;
    private static final int HOURS = 40;

    private static final List<String> SPOTS = List.of("河道弯段", "低洼住户区", "进村道路漫水桥", "塘坝溢洪道", "学校后山坡");

    private final IncidentTakeover incidents;
    private final Clock clock;

    DemoIncidents(IncidentTakeover incidents, Clock clock) {
        this.incidents = incidents;
        this.clock = clock;
    }

    void write(List<DemoPlace> places) {
        var began = LocalDate.now(clock)
                .minusDays(DAYS_AGO)
                .atTime(LocalTime.of(14, 20))
                .atZone(clock.getZone())
                .toInstant();
        incidents.take(COUNTY, OFFICER, flood(places, began));
    }

    static PastIncident flood(List<DemoPlace> places, Instant began) {
        var villages = places.stream()
                .filter(place -> TOWNSHIP.contains(place.code()) && LIVED_IN.contains(place.category()))
                .map(DemoPlace::code)
                .toList();
        return new PastIncident(
                new BeginIncident(IncidentId.next(), "FLOOD", "六家子镇强降雨防汛", "气象部门发布暴雨橙色预警，河道水位上涨较快。", List.of()),
                TOWNSHIP,
                began,
                "请立即到岗，检查河道、塘坝和低洼住户，有情况随时报告。",
                reports(villages, began),
                began.plusSeconds(HOURS * 3600L),
                "两天强降雨造成部分道路漫水、低洼院落进水。提前转移低洼住户，排除险工险段，没有人员伤亡。",
                "汛前把低洼住户的转移去处和联系人逐户落实；漫水桥两端常备警示设施。");
    }

    private static List<PastReport> reports(List<PlaceCode> villages, Instant began) {
        var reports = new ArrayList<PastReport>();
        for (var at = 0; at < villages.size(); at++) {
            var versions = share(MESSAGES, villages.size(), at);
            for (var version = 1; version <= versions; version++) {
                reports.add(report(villages, at, version, versions, began));
            }
        }
        return reports;
    }

    /** Each version has the figures of the moment; the last has those that were reported. */
    private static PastReport report(List<PlaceCode> villages, int at, int version, int versions, Instant began) {
        var last = version == versions;
        var evacuated = share(EVACUATED, villages.size(), at) * version / versions;
        var hazards = share(HAZARDS, villages.size(), at);
        var spot = SPOTS.get(at % SPOTS.size());
        var minutes = 25L + at * 3L + (version - 1) * (HOURS * 60L - 300) / Math.max(1, versions - 1);
        return new PastReport(
                villages.get(at),
                began.plusSeconds(minutes * 60),
                spot,
                said(version, last, spot),
                last || evacuated == 0 ? "" : "编织袋、抽水泵和运送群众的车辆",
                new Figures(Map.of(
                        Figure.EVACUATED,
                        evacuated,
                        Figure.IN_DANGER,
                        last ? 0 : evacuated,
                        Figure.HAZARDS_FOUND,
                        hazards,
                        Figure.HAZARDS_REMOVED,
                        last ? hazards : 0)),
                last);
    }

    private static String said(int version, boolean last, String spot) {
        if (last) {
            return "雨势停止，水位回落，隐患已排除，转移群众妥善安置。";
        }
        return version == 1 ? spot + "水位上涨，已派人值守，正在排查低洼住户。" : spot + "仍有积水，继续转移群众、加固堤段。";
    }

    /** The part of the whole that falls to one of so many; all parts together are the whole. */
    private static int share(int whole, int parts, int at) {
        return whole * (at + 1) / parts - whole * at / parts;
    }
}
