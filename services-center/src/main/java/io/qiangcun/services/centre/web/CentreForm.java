package io.qiangcun.services.centre.web;

import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.web.Typed;
import io.qiangcun.services.centre.CentreId;
import io.qiangcun.services.centre.CentreKind;
import io.qiangcun.services.centre.CentreView;
import io.qiangcun.services.centre.WriteCentre;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** A centre, as it is typed. */
record CentreForm(
        String id,
        String version,
        String place,
        String kind,

        @NotBlank(message = "{services.centre.refused.missing}") @Size(max = 60)
        String name,

        @NotBlank(message = "{services.centre.refused.missing}") @Size(max = 120)
        String address,

        @Size(max = 30) String phone,
        List<String> days,
        String openFrom,
        String openUntil,
        @Size(max = 120) String openNote,
        List<String> functions,
        String openedOn) {

    CentreForm {
        id = given(id);
        version = given(version);
        place = given(place);
        kind = given(kind);
        name = given(name);
        address = given(address);
        phone = given(phone);
        days = days == null ? List.of() : List.copyOf(days);
        openFrom = given(openFrom);
        openUntil = given(openUntil);
        openNote = given(openNote);
        functions = functions == null ? List.of() : List.copyOf(functions);
        openedOn = given(openedOn);
    }

    static String given(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    /** For all that is usual: five days a week, every function. */
    static CentreForm empty(PlaceCode place, CentreKind kind, List<String> functions) {
        return new CentreForm(
                CentreId.next().toString(),
                "",
                place.toString(),
                kind.name(),
                "",
                "",
                "",
                List.of("1", "2", "3", "4", "5"),
                "",
                "",
                "",
                functions,
                "");
    }

    static CentreForm of(CentreView one) {
        return new CentreForm(
                one.centreId().toString(),
                Long.toString(one.version()),
                one.placeCode(),
                one.kind().name(),
                one.name(),
                one.address(),
                one.phone(),
                one.days().stream().map(day -> Integer.toString(day.getValue())).toList(),
                Objects.toString(one.openFrom(), ""),
                Objects.toString(one.openUntil(), ""),
                one.openNote(),
                one.functions(),
                Objects.toString(one.openedOn(), ""));
    }

    /** The same, where the centre is: that never changes, whatever is sent. */
    CentreForm at(CentreView known) {
        return new CentreForm(
                known.centreId().toString(),
                version,
                known.placeCode(),
                kind,
                name,
                address,
                phone,
                days,
                openFrom,
                openUntil,
                openNote,
                functions,
                openedOn);
    }

    /** Empty if something is wrong with what was typed. */
    Optional<WriteCentre> toCommand(Errors errors) {
        var opened = Typed.date("openedOn", openedOn, errors);
        var from = Typed.time("openFrom", openFrom, errors);
        var until = Typed.time("openUntil", openUntil, errors);
        if (errors.hasErrors()) {
            return Optional.empty();
        }
        var open = days.stream()
                .map(day -> DayOfWeek.of(Typed.sent(Integer::parseInt, day)))
                .distinct()
                .sorted()
                .map(day -> Integer.toString(day.getValue()))
                .collect(Collectors.joining());
        return Optional.of(new WriteCentre(
                Typed.sent(CentreId::valueOf, id),
                Typed.sent(PlaceCode::valueOf, place),
                Typed.sent(CentreKind::valueOf, kind),
                name.strip(),
                address.strip(),
                phone.strip(),
                // without hours the days that are ticked beforehand say nothing
                from == null && until == null ? "" : open,
                from,
                until,
                openNote.strip(),
                functions,
                opened));
    }

    static @Nullable LocalDate day(String field, String text, Errors errors) {
        var day = Typed.date(field, text, errors);
        if (day == null && !errors.hasFieldErrors(field)) {
            errors.rejectValue(field, "services.centre.refused.missing");
        }
        return day;
    }
}
