package io.qiangcun.core.people;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.Scope;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Persons, recorded where a test wants them. */
public final class PeopleFixtures {

    public static final LocalDate BORN = LocalDate.of(1980, 5, 1);

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private PeopleFixtures() {}

    public static PersonId personIn(PeopleService people, PlaceCode place, String name) {
        return personIn(people, place, new PersonDetails(name, Sex.FEMALE, BORN, Education.COLLEGE, null), null);
    }

    public static PersonId personIn(
            PeopleService people, PlaceCode place, PersonDetails details, @Nullable IdentityNumber number) {
        var id = PersonId.next();
        var here = Jurisdiction.within(place);
        try (var scope = Scope.as(here)) {
            people.registerAll(
                    here,
                    Actor.system(),
                    List.of(new RegisterPerson(
                            id, place, details, null, number, new PhoneNumber("13800001234"), true)));
        }
        return id;
    }

    /** A valid number that no other test has, of a woman born on the day of all fixtures. */
    public static IdentityNumber freshNumber() {
        var n = NUMBERS.incrementAndGet() * 2;
        var digits = "99" + "%04d".formatted(n / 1000) + "19800501" + "%03d".formatted(n % 1000);
        return new IdentityNumber(digits + IdentityNumber.checkOf(digits));
    }
}
