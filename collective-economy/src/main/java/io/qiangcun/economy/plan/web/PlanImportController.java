package io.qiangcun.economy.plan.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.error.Problem;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlacesOfChoice;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.SheetColumn;
import io.qiangcun.core.web.SheetForm;
import io.qiangcun.core.web.SheetNames;
import io.qiangcun.core.web.SheetPages;
import io.qiangcun.core.web.Typed;
import io.qiangcun.core.web.TypedSheet;
import io.qiangcun.core.web.TypedSheet.Line;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.money.Money;
import io.qiangcun.economy.money.TypedMoney;
import io.qiangcun.economy.plan.PlanId;
import io.qiangcun.economy.plan.PlanService;
import io.qiangcun.economy.plan.PlanService.Entry;
import io.qiangcun.economy.plan.WritePlan;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.RequestMapping;

/** Plans of many villages from a sheet, with a column for each year. */
@Controller
@RequestMapping("/economy/plans/import")
class PlanImportController extends SheetPages<Entry> {

    private static final int YEARS = 5;
    private static final String AMOUNT = "amount";

    private final PlanService plans;
    private final Messages messages;
    private final Clock clock;

    PlanImportController(PlanService plans, PlacesOfChoice places, Messages messages, Clock clock) {
        super(
                new Texts(
                        "/economy/plans",
                        "economy.plan.list.title",
                        "economy.plan.import.title",
                        "economy.plan.import.fill"),
                places,
                messages);
        this.plans = plans;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public String authority() {
        return EconomyAuthorities.WRITE_PLANS;
    }

    @Override
    protected List<SheetColumn> columns(Jurisdiction jurisdiction) {
        var columns = new ArrayList<>(List.of(
                villageColumn(jurisdiction),
                column("adoptedOn", "adopted-on").require().day(),
                column("adoptedBy", "adopted-by"),
                column("slot", "slot"),
                column("projectWords", "project"),
                column("measures", "measures")));
        for (var year = thisYear(); year < thisYear() + YEARS; year++) {
            columns.add(SheetColumn.named(AMOUNT + year, messages.get("economy.plan.field.target-of", year)));
        }
        return columns;
    }

    private int thisYear() {
        return LocalDate.now(clock).getYear();
    }

    private SheetColumn column(String field, String key) {
        return SheetColumn.named(field, messages.get("economy.plan.field." + key));
    }

    @Override
    protected List<Entry> read(Jurisdiction jurisdiction, TypedSheet sheet, SheetForm form) {
        var villages = villages(jurisdiction);
        return sheet.entries((line, errors) -> entry(line, form.batch(), villages, errors));
    }

    private Optional<Entry> entry(Line line, UUID batch, SheetNames<PlaceCode> villages, BindingResult errors) {
        var village = villages.only("village", line.text("village"), errors);
        line.require(errors, "village", "adoptedOn");
        var adopted = Typed.date("adoptedOn", line.text("adoptedOn"), errors);
        var slot = Typed.count("slot", line.text("slot"), errors);
        var targets = new TreeMap<Integer, Money>();
        for (var year = thisYear(); year < thisYear() + YEARS; year++) {
            var amount = TypedMoney.money(AMOUNT + year, line.text(AMOUNT + year), errors);
            if (amount != null && amount.signum() < 0) {
                errors.rejectValue(AMOUNT + year, "economy.plan.refused.negative");
            } else if (amount != null) {
                targets.put(year, amount);
            }
        }
        if (!errors.hasErrors()) {
            PlanForm.requireWhole(targets, errors);
        }
        if (errors.hasErrors() || village == null || adopted == null) {
            return Optional.empty();
        }
        return Optional.of(new Entry(
                line.number(),
                new WritePlan(
                        new PlanId(UUID.nameUUIDFromBytes((batch + ":" + village).getBytes(StandardCharsets.UTF_8))),
                        village,
                        slot,
                        line.text("measures"),
                        null,
                        line.text("projectWords"),
                        adopted,
                        line.text("adoptedBy"),
                        targets)));
    }

    @Override
    protected Map<Integer, List<Problem>> check(Jurisdiction jurisdiction, List<Entry> entries) {
        return plans.check(jurisdiction, entries);
    }

    @Override
    protected Map<Integer, List<Problem>> take(Jurisdiction jurisdiction, Actor actor, List<Entry> entries) {
        return plans.take(jurisdiction, actor, entries);
    }

    @Override
    protected PlaceCode placeOf(Entry entry) {
        return entry.plan().village();
    }

    @Override
    protected List<String> sorts() {
        return List.of(messages.get("economy.plan.list.title"));
    }

    @Override
    protected List<Long> count(List<Entry> entries) {
        return List.of((long) entries.size());
    }
}
