package io.qiangcun.web.demo;

import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.people.RegisterPerson;
import io.qiangcun.party.contact.ContactTakeover.PastVisit;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** Rounds from door to door about ecology: 88 who went, 1,775 households, as the account of one township has it. */
final class DemoVisits {

    private static final int VISITORS = 88;
    private static final int EACH = 20;
    private static final int ONE_MORE = 15;
    private static final int FIRST_DAY = 150;
    private static final int DAYS = 60;

    private DemoVisits() {}

    static List<PastVisit> of(
            List<DemoOrganisation> organisations, List<RegisterPerson> people, Set<PersonId> members, LocalDate today) {
        var township = organisations.stream()
                .filter(organisation ->
                        organisation.rural() && organisation.login().startsWith("village-"))
                .findFirst()
                .flatMap(organisation -> organisation.place().parent())
                .orElseThrow();
        var visitors = people.stream()
                .filter(person ->
                        members.contains(person.id()) && person.place().value().startsWith(township.value()))
                .limit(VISITORS)
                .toList();
        return IntStream.range(0, visitors.size())
                .mapToObj(at -> visit(visitors.get(at), at, today))
                .toList();
    }

    private static PastVisit visit(RegisterPerson visitor, int at, LocalDate today) {
        // pairs that differ to both sides, so that the sum stays what it is
        var shift = new DemoRandom("visit", at / 2).between(0, 9) * (at % 2 == 0 ? 1 : -1);
        return new PastVisit(
                UUID.nameUUIDFromBytes(("demo:visit:" + at).getBytes(StandardCharsets.UTF_8)),
                visitor.place(),
                today.minusDays(FIRST_DAY - at % DAYS),
                visitor.id(),
                visitor.details().name(),
                "ecology",
                EACH + (at < ONE_MORE ? 1 : 0) + shift);
    }
}
