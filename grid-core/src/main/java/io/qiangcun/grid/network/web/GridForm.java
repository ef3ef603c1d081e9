package io.qiangcun.grid.network.web;

import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.Point;
import io.qiangcun.core.web.Typed;
import io.qiangcun.grid.network.GridDetails;
import io.qiangcun.grid.network.GridType;
import io.qiangcun.grid.network.GridView;
import io.qiangcun.grid.network.OpenGrid;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/**
 * The form that opens or amends a grid.
 *
 * @param centre longitude and latitude with a comma between them, as maps give them
 */
record GridForm(
        String version,
        String number,
        String name,
        String type,
        String households,
        String people,
        String unit,
        String centre,
        String from,
        String origin) {

    private static final int LONGEST_NAME = 50;

    GridForm {
        version = given(version);
        number = given(number);
        name = given(name);
        type = given(type);
        households = given(households);
        people = given(people);
        unit = given(unit);
        centre = given(centre);
        from = given(from);
        origin = given(origin);
    }

    static GridForm opening(LocalDate today, @Nullable PlaceCode origin) {
        return new GridForm(
                "",
                "",
                "",
                GridType.COMPREHENSIVE.name(),
                "",
                "",
                "",
                "",
                today.toString(),
                Objects.toString(origin, ""));
    }

    static GridForm of(GridView grid) {
        var details = grid.details();
        var centre = details.centre();
        return new GridForm(
                Long.toString(grid.version()),
                "",
                grid.name(),
                details.type().name(),
                Objects.toString(details.households(), ""),
                Objects.toString(details.people(), ""),
                Objects.toString(details.unit(), ""),
                centre == null ? "" : centre.longitude() + ", " + centre.latitude(),
                "",
                "");
    }

    Optional<OpenGrid> toOpening(PlaceCode within, BindingResult errors) {
        if (!number.isBlank() && !number.strip().matches("[0-9]{1,3}")) {
            errors.rejectValue("number", "grid.network.refused.number");
        }
        if (from.isBlank()) {
            errors.rejectValue("from", "grid.network.missing.from");
        }
        var day = Typed.date("from", from, errors);
        var details = toDetails(errors);
        if (errors.hasErrors() || day == null || details.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new OpenGrid(
                within,
                number.isBlank() ? null : "%03d".formatted(Integer.parseInt(number.strip())),
                name.strip(),
                details.get(),
                day,
                origin.isBlank() ? List.of() : List.of(Typed.sent(PlaceCode::valueOf, origin))));
    }

    Optional<GridDetails> toDetails(BindingResult errors) {
        if (name.isBlank()) {
            errors.rejectValue("name", "grid.network.missing.name");
        }
        if (name.strip().length() > LONGEST_NAME) {
            errors.rejectValue("name", "grid.network.refused.name-too-long", new Object[] {LONGEST_NAME}, null);
        }
        if (type.isBlank()) {
            errors.rejectValue("type", "grid.network.missing.type");
        }
        var families = Typed.count("households", households, errors);
        var heads = Typed.count("people", people, errors);
        if (families != null && heads != null && heads < families) {
            errors.rejectValue("people", "grid.network.refused.fewer-people");
        }
        var point = point(errors);
        if (errors.hasErrors()) {
            return Optional.empty();
        }
        return Optional.of(new GridDetails(
                Typed.sent(GridType::valueOf, type),
                families,
                heads,
                unit.isBlank() ? null : Typed.sent(UUID::fromString, unit),
                point));
    }

    private @Nullable Point point(BindingResult errors) {
        if (centre.isBlank()) {
            return null;
        }
        var parts = centre.strip().split("\\s*[,，\\s]\\s*", -1);
        try {
            if (parts.length == 2) {
                return new Point(new BigDecimal(parts[0]), new BigDecimal(parts[1]));
            }
        } catch (IllegalArgumentException notAPoint) {
            // said below
        }
        errors.rejectValue("centre", "grid.network.refused.centre");
        return null;
    }

    private static String given(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
