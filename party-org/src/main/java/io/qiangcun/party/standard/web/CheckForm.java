package io.qiangcun.party.standard.web;

import io.qiangcun.core.web.Typed;
import io.qiangcun.party.organisation.OrganisationId;
import io.qiangcun.party.standard.CheckId;
import io.qiangcun.party.standard.CheckService.EnterCheck;
import io.qiangcun.party.standard.CheckService.Given;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The form by which a branch holds itself against a standard; only what no record answers is asked. */
record CheckForm(String id, String organisation, String standard, Map<String, AnswerForm> answers) {

    CheckForm {
        id = given(id);
        organisation = given(organisation);
        standard = given(standard);
        answers = answers == null ? new HashMap<>() : new HashMap<>(answers);
    }

    static CheckForm empty(OrganisationId branch, String standard, Iterable<String> items) {
        var answers = new HashMap<String, AnswerForm>();
        items.forEach(item -> answers.put(item, new AnswerForm("", "")));
        return new CheckForm(CheckId.next().toString(), branch.toString(), standard, answers);
    }

    /** Whoever left an item out altogether sees it again. */
    void complete(Iterable<String> items) {
        items.forEach(item -> answers.putIfAbsent(item, new AnswerForm("", "")));
    }

    OrganisationId branch() {
        return Typed.sent(OrganisationId::valueOf, organisation);
    }

    EnterCheck toCommand() {
        var said = new HashMap<String, Given>();
        answers.forEach((item, answer) -> said.put(item, answer.toGiven()));
        return new EnterCheck(Typed.sent(CheckId::valueOf, id), branch(), standard, said);
    }

    private static String given(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    /** One item: yes, no, or nothing yet. */
    record AnswerForm(String met, String note) {

        AnswerForm {
            met = given(met);
            note = given(note);
        }

        Given toGiven() {
            return new Given(met.isBlank() ? null : met.equals("yes"), Typed.text(note));
        }
    }
}
