package io.qiangcun.services.catalogue.web;

import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.web.Typed;
import io.qiangcun.services.catalogue.CatalogueService.Seen;
import io.qiangcun.services.catalogue.ItemLimit;
import io.qiangcun.services.catalogue.LimitKind;
import io.qiangcun.services.catalogue.Material;
import io.qiangcun.services.catalogue.ServiceItem;
import io.qiangcun.services.catalogue.ServiceItem.Guide;
import io.qiangcun.services.catalogue.ServiceItemCode;
import io.qiangcun.services.catalogue.ServiceItemId;
import io.qiangcun.services.catalogue.WriteItem;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * An item as it is typed.
 *
 * @param edition that was on the page; empty for a new item
 * @param version of that edition
 * @param names of materials; needs, copies and sources in the same order
 */
record ItemForm(
        String edition,
        String version,
        String code,

        @NotBlank(message = "{services.catalogue.refused.missing}") @Size(max = 80)
        String name,

        String acceptLevel,
        String finishLevel,
        String legalDays,
        String promisedDays,
        String limitKind,
        @Size(max = 200) String limitBasis,
        String limitFrom,
        @Size(max = 500) String applicants,
        @Size(max = 500) String address,
        @Size(max = 300) String fee,
        @Size(max = 300) String complaint,
        @Size(max = 2000) String steps,
        @Size(max = 200) String alsoCalled,
        List<String> names,
        List<String> needs,
        List<String> copies,
        List<String> sources) {

    static final List<PlaceKind> LEVELS = List.of(PlaceKind.VILLAGE, PlaceKind.TOWNSHIP, PlaceKind.COUNTY);

    private static final int BLANKS = 4;
    private static final int LONGEST_NAME = 100;

    ItemForm {
        edition = given(edition);
        version = given(version);
        code = given(code);
        name = given(name);
        acceptLevel = given(acceptLevel);
        finishLevel = given(finishLevel);
        legalDays = given(legalDays);
        promisedDays = given(promisedDays);
        limitKind = given(limitKind);
        limitBasis = given(limitBasis);
        limitFrom = given(limitFrom);
        applicants = given(applicants);
        address = given(address);
        fee = given(fee);
        complaint = given(complaint);
        steps = given(steps);
        alsoCalled = given(alsoCalled);
        names = given(names);
        needs = given(needs);
        copies = given(copies);
        sources = given(sources);
    }

    private static String given(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    private static List<String> given(@Nullable List<String> texts) {
        return texts == null ? List.of() : List.copyOf(texts);
    }

    static ItemForm empty() {
        return new ItemForm(
                "",
                "",
                "",
                "",
                "VILLAGE",
                "VILLAGE",
                "",
                "",
                "COUNTY",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                blanks(""),
                blanks(Need.REQUIRED.name()),
                blanks("1"),
                blanks(""));
    }

    private static List<String> blanks(String word) {
        return Collections.nCopies(BLANKS, word);
    }

    static ItemForm of(ServiceItem item) {
        var names = new ArrayList<String>();
        var needs = new ArrayList<String>();
        var copies = new ArrayList<String>();
        var sources = new ArrayList<String>();
        item.materials().forEach(material -> {
            names.add(material.name());
            needs.add(Need.of(material).name());
            copies.add(Integer.toString(material.copies()));
            sources.add(material.source());
        });
        names.addAll(blanks(""));
        needs.addAll(blanks(Need.REQUIRED.name()));
        copies.addAll(blanks("1"));
        sources.addAll(blanks(""));
        var from = item.limit().from();
        return new ItemForm(
                item.id().toString(),
                Long.toString(item.version()),
                item.code().toString(),
                item.name(),
                item.acceptLevel().name(),
                item.finishLevel().name(),
                Integer.toString(item.legalDays()),
                Integer.toString(item.promisedDays()),
                item.limit().kind().name(),
                item.limit().basis(),
                from == null ? "" : from.toString(),
                item.guide().applicants(),
                item.guide().address(),
                item.guide().fee(),
                item.guide().complaint(),
                item.guide().steps(),
                item.guide().alsoCalled(),
                names,
                needs,
                copies,
                sources);
    }

    /** With the code that the address names. */
    ItemForm withCode(String known) {
        return new ItemForm(
                edition,
                version,
                known,
                name,
                acceptLevel,
                finishLevel,
                legalDays,
                promisedDays,
                limitKind,
                limitBasis,
                limitFrom,
                applicants,
                address,
                fee,
                complaint,
                steps,
                alsoCalled,
                names,
                needs,
                copies,
                sources);
    }

    @Nullable
    Seen seen() {
        return edition.isEmpty()
                ? null
                : new Seen(
                        new ServiceItemId(Typed.sent(UUID::fromString, edition)), Typed.sent(Long::valueOf, version));
    }

    /** Empty if something is wrong, which is said to the errors then. */
    Optional<WriteItem> toCommand(Errors errors) {
        if (!ServiceItemCode.fits(code.strip())) {
            errors.rejectValue("code", "services.catalogue.refused.code");
        }
        var limit = limit(legalDays, promisedDays, limitKind, limitBasis, limitFrom, errors);
        var materials = materials(errors);
        if (errors.hasErrors() || limit.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new WriteItem(
                new ServiceItemCode(code.strip()),
                name.strip(),
                level(acceptLevel),
                level(finishLevel),
                limit.get(),
                new Guide(
                        Typed.text(applicants).strip(),
                        Typed.text(address).strip(),
                        Typed.text(fee).strip(),
                        Typed.text(complaint).strip(),
                        Typed.text(steps).strip(),
                        alsoCalled.strip()),
                materials));
    }

    static Optional<ItemLimit> limit(
            String legalDays,
            String promisedDays,
            String limitKind,
            String limitBasis,
            String limitFrom,
            Errors errors) {
        var legal = days("legalDays", legalDays, errors);
        var promised = days("promisedDays", promisedDays, errors);
        var kind = Typed.sent(LimitKind::valueOf, limitKind);
        var from = Typed.date("limitFrom", limitFrom, errors);
        if (legal != null && promised != null && promised > legal) {
            errors.rejectValue("promisedDays", "services.catalogue.refused.longer", new Object[] {legal}, null);
        }
        if (kind != LimitKind.DEFAULT && limitBasis.isBlank()) {
            errors.rejectValue("limitBasis", "services.catalogue.refused.no-basis");
        }
        return errors.hasErrors() || legal == null || promised == null
                ? Optional.empty()
                : Optional.of(new ItemLimit(
                        legal, promised, kind, kind == LimitKind.DEFAULT ? "" : limitBasis.strip(), from));
    }

    private static @Nullable Integer days(String field, String text, Errors errors) {
        if (text.isBlank()) {
            errors.rejectValue(field, "services.catalogue.refused.missing");
            return null;
        }
        var days = Typed.count(field, text, errors);
        if (days != null && days > ItemLimit.MOST_DAYS) {
            errors.rejectValue(field, "services.catalogue.refused.too-many-days");
            return null;
        }
        return days;
    }

    private static PlaceKind level(String text) {
        var level = Typed.sent(PlaceKind::valueOf, text);
        return Typed.sent(none -> LEVELS.get(LEVELS.indexOf(level)), text);
    }

    private List<Material> materials(Errors errors) {
        var found = new ArrayList<Material>();
        for (var at = 0; at < names.size(); at++) {
            var called = names.get(at).strip();
            var source = at < sources.size() ? sources.get(at).strip() : "";
            if (!called.isEmpty()) {
                var count = Typed.count("copies", at < copies.size() ? copies.get(at) : "1", errors);
                var need = Typed.sent(Need::valueOf, at < needs.size() ? needs.get(at) : Need.REQUIRED.name());
                if (called.length() > LONGEST_NAME || source.length() > LONGEST_NAME) {
                    errors.rejectValue("names", "services.catalogue.refused.material-long");
                } else if (count != null && count > Material.MOST_COPIES) {
                    errors.rejectValue("copies", "services.catalogue.refused.copies");
                } else {
                    found.add(need.material(called, count == null ? 1 : count, source));
                }
            } else if (!source.isEmpty()) {
                errors.rejectValue("names", "services.catalogue.refused.material-name");
            }
        }
        return found;
    }
}
