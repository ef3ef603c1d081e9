package io.qiangcun.party.standard.web;

import io.qiangcun.core.web.Typed;
import io.qiangcun.party.standard.Edition;
import io.qiangcun.party.standard.Standards.DecideEdition;
import io.qiangcun.party.standard.Standards.DecidedItem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** The form by which a county decides what its branches are held against. Items without a title are empty slots. */
record EditionForm(String title, String validFrom, String passPercent, String basisText, List<ItemForm> items) {

    private static final int FURTHER = 3;
    private static final int LONGEST = 100;
    private static final int LONGEST_BASIS = 300;
    private static final int WHOLE = 100;

    EditionForm {
        title = given(title);
        validFrom = given(validFrom);
        passPercent = given(passPercent);
        basisText = given(basisText);
        items = items == null ? List.of() : items;
    }

    static EditionForm of(Edition edition, LocalDate from) {
        var items = new ArrayList<ItemForm>();
        edition.items()
                .forEach(item -> items.add(new ItemForm(
                        item.itemCode(),
                        item.section(),
                        item.title(),
                        Objects.requireNonNullElse(item.question(), ""),
                        item.basisText(),
                        false)));
        for (var n = 0; n < FURTHER; n++) {
            items.add(new ItemForm("new" + UUID.randomUUID().toString().substring(0, 8), "", "", "", "", false));
        }
        return new EditionForm(
                edition.title(), from.toString(), Integer.toString(edition.passPercent()), edition.basisText(), items);
    }

    Optional<DecideEdition> toCommand(String code, BindingResult errors) {
        required("title", title, LONGEST, errors);
        required("basisText", basisText, LONGEST_BASIS, errors);
        required("validFrom", validFrom, LONGEST, errors);
        required("passPercent", passPercent, LONGEST, errors);
        var from = Typed.date("validFrom", validFrom, errors);
        var percent = Typed.count("passPercent", passPercent, errors);
        if (percent != null && (percent < 1 || percent > WHOLE)) {
            errors.rejectValue("passPercent", "party.standard.refused.percent");
        }
        var kept = new ArrayList<DecidedItem>();
        for (var n = 0; n < items.size(); n++) {
            var item = items.get(n);
            if (item.isAsked()) {
                required("items[" + n + "].basisText", item.basisText(), LONGEST_BASIS, errors);
                if (item.title().length() > LONGEST) {
                    errors.rejectValue(
                            "items[" + n + "].title", "party.organisation.too-long", new Object[] {LONGEST}, null);
                }
                kept.add(item.toItem());
            }
        }
        if (errors.hasErrors() || from == null || percent == null) {
            return Optional.empty();
        }
        return Optional.of(new DecideEdition(code, from, title.strip(), percent, Typed.text(basisText), kept));
    }

    private static void required(String field, String text, int longest, BindingResult errors) {
        if (text.isBlank()) {
            errors.rejectValue(field, "party.standard.missing");
        } else if (text.length() > longest) {
            errors.rejectValue(field, "party.organisation.too-long", new Object[] {longest}, null);
        }
    }

    private static String given(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    /** One item. */
    record ItemForm(
            String code,
            String section,
            String title,
            String question,
            String basisText,
            @Nullable Boolean dropped) {

        ItemForm {
            code = given(code);
            section = given(section);
            title = given(title);
            question = given(question);
            basisText = given(basisText);
            dropped = Boolean.TRUE.equals(dropped);
        }

        /** A slot that is kept empty is kept; a new line that nobody wrote in is none. */
        boolean isAsked() {
            return !Boolean.TRUE.equals(dropped) && !(title.isBlank() && code.startsWith("new"));
        }

        DecidedItem toItem() {
            return new DecidedItem(
                    Typed.sent(ItemForm::checked, code),
                    section.strip(),
                    title.strip(),
                    question.isBlank() ? null : question,
                    Typed.text(basisText));
        }

        private static String checked(String code) {
            if (!code.matches("[a-z][a-zA-Z0-9]{0,39}")) {
                throw new IllegalArgumentException("Not the code of an item: " + code);
            }
            return code;
        }
    }
}
