package io.qiangcun.web.demo;

import static java.util.stream.Collectors.toMap;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.OpenAccount;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.grid.broadcast.BroadcastId;
import io.qiangcun.grid.broadcast.BroadcastTakeover;
import io.qiangcun.grid.broadcast.BroadcastTakeover.EarlierMessage;
import io.qiangcun.grid.broadcast.BroadcastTakeover.EarlierSpeaker;
import io.qiangcun.grid.broadcast.SpeakerId;
import io.qiangcun.party.organisation.OrganisationKind;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A loudspeaker in every village of the demo county, and what was spoken there lately. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class DemoBroadcasts {

    private static final Duration STANDING = Duration.ofDays(400);
    private static final List<String[]> MESSAGES = List.of(
            new String[] {"秸秆禁烧提醒", "秋收已过，请不要在田间焚烧秸秆，有打捆离田需要的请到村里登记。"},
            new String[] {"冬季用煤用气安全", "天气转冷，请检查烟囱和燃气软管，睡前封好炉火，注意通风。"},
            new String[] {"城乡居民医保缴费", "明年的居民医保正在缴费，不会用手机的老人可以到服务中心，由代办员帮助办理。"});

    private final BroadcastTakeover broadcasts;
    private final Clock clock;

    DemoBroadcasts(BroadcastTakeover broadcasts, Clock clock) {
        this.broadcasts = broadcasts;
        this.clock = clock;
    }

    void write(List<DemoOrganisation> organisations) {
        var accounts = DemoAccounts.of(organisations).stream().collect(toMap(OpenAccount::login, Function.identity()));
        var speakers = organisations.stream()
                .filter(organisation -> organisation.kind() == OrganisationKind.BRANCH
                        && organisation.login().startsWith("village-")
                        && organisation.place().kind() == PlaceKind.VILLAGE
                        && organisation.rural())
                .map(DemoOrganisation::place)
                .distinct()
                .map(village -> new EarlierSpeaker(new SpeakerId(id("speaker", village)), village, "村部音柱", "党群服务中心门前"))
                .toList();
        var now = clock.instant();
        broadcasts.speakers(actor("county", accounts), now.minus(STANDING), speakers);
        var townships = speakers.stream()
                .map(speaker -> speaker.village().parent().orElseThrow())
                .distinct()
                .toList();
        for (var at = 0; at < townships.size(); at++) {
            var township = townships.get(at);
            var said = MESSAGES.get(at % MESSAGES.size());
            var there = speakers.stream()
                    .filter(speaker -> township.contains(speaker.village()))
                    .toList();
            broadcasts.spoken(new EarlierMessage(
                    new BroadcastId(id("broadcast", township)),
                    township,
                    said[0],
                    said[1],
                    false,
                    now.minus(Duration.ofDays(2L + at)),
                    actor("county", accounts),
                    actor("township-" + township, accounts),
                    there));
        }
    }

    private static Actor actor(String login, Map<String, OpenAccount> accounts) {
        var account = Objects.requireNonNull(accounts.get(login), login);
        return new Actor(null, login, account.post(), account.holder(), account.role(), account.unit());
    }

    private static UUID id(String what, PlaceCode place) {
        return UUID.nameUUIDFromBytes(("demo:" + what + ":" + place).getBytes(StandardCharsets.UTF_8));
    }
}
