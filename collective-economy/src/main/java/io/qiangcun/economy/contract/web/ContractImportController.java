package io.qiangcun.economy.contract.web;

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
import io.qiangcun.economy.contract.ContractId;
import io.qiangcun.economy.contract.ContractKind;
import io.qiangcun.economy.contract.ContractTakeover;
import io.qiangcun.economy.contract.ContractTakeover.Entry;
import io.qiangcun.economy.contract.ObjectKind;
import io.qiangcun.economy.contract.PartyKind;
import io.qiangcun.economy.contract.PayTime;
import io.qiangcun.economy.contract.WriteContract;
import io.qiangcun.economy.contract.web.ContractForm.Paying;
import io.qiangcun.economy.money.Money;
import io.qiangcun.economy.money.TypedMoney;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.RequestMapping;

/** Contracts that were kept elsewhere, from a sheet; they are in force when they come in. */
@Controller
@RequestMapping("/economy/contracts/import")
class ContractImportController extends SheetPages<Entry> {

    private static final int YEAR = 12;

    private final ContractTakeover contracts;
    private final Messages messages;

    ContractImportController(ContractTakeover contracts, PlacesOfChoice places, Messages messages) {
        super(
                new Texts(
                        "/economy/contracts",
                        "economy.contract.list.title",
                        "economy.contract.import.title",
                        "economy.contract.import.fill"),
                places,
                messages);
        this.contracts = contracts;
        this.messages = messages;
    }

    @Override
    public String authority() {
        return EconomyAuthorities.WRITE_CONTRACTS;
    }

    @Override
    protected List<SheetColumn> columns(Jurisdiction jurisdiction) {
        return List.of(
                villageColumn(jurisdiction),
                SheetColumn.named("book", messages.get("economy.book.field.name"))
                        .hint(messages.get("economy.voucher.import.book")),
                column("number", "number").require(),
                column("name", "name").require(),
                column("kind", "kind").require().offer(words("kind", ContractKind.values())),
                column("partyKind", "party-kind").require().offer(words("party-kind", PartyKind.values())),
                column("party", "party").require(),
                column("objectKind", "object-kind").require().offer(words("object-kind", ObjectKind.values())),
                column("objectName", "object").require(),
                column("area", "area"),
                column("signedOn", "signed-on").require().day(),
                column("from", "from").require().day(),
                column("until", "until").require().day(),
                column("yearly", "yearly").require(),
                column("everyMonths", "every").hint(messages.get("economy.contract.import.every")),
                column("pay", "pay").offer(words("pay", PayTime.values())),
                column("risePercent", "rise-percent"),
                column("riseYears", "rise-years"),
                column("deposit", "deposit"),
                column("paidUntil", "paid-until").day(),
                column("decisionNote", "decision-note"));
    }

    private SheetColumn column(String field, String key) {
        return SheetColumn.named(field, messages.get("economy.contract.field." + key));
    }

    private List<String> words(String prefix, Enum<?>[] values) {
        return Arrays.stream(values).map(value -> word(prefix, value)).toList();
    }

    private String word(String prefix, Enum<?> value) {
        return messages.get("economy.contract." + prefix + "." + value);
    }

    @Override
    protected List<Entry> read(Jurisdiction jurisdiction, TypedSheet sheet, SheetForm form) {
        var villages = villages(jurisdiction);
        return sheet.entries((line, errors) -> entry(line, form.batch(), villages, errors));
    }

    private Optional<Entry> entry(Line line, UUID batch, SheetNames<PlaceCode> villages, BindingResult errors) {
        var village = villages.only("village", line.text("village"), errors);
        line.require(
                errors,
                "village",
                "number",
                "name",
                "kind",
                "partyKind",
                "party",
                "objectKind",
                "objectName",
                "signedOn",
                "from",
                "until",
                "yearly");
        var kind = line.choice("kind", ContractKind.values(), one -> word("kind", one), errors);
        var partyKind = line.choice("partyKind", PartyKind.values(), one -> word("party-kind", one), errors);
        var objectKind = line.choice("objectKind", ObjectKind.values(), one -> word("object-kind", one), errors);
        var pay = line.choice("pay", PayTime.values(), one -> word("pay", one), errors)
                .orElse(PayTime.AHEAD);
        var signed = Typed.date("signedOn", line.text("signedOn"), errors);
        var area = TypedMoney.number("area", line.text("area"), 4, errors);
        var deposit = TypedMoney.money("deposit", line.text("deposit"), errors);
        var paid = Typed.date("paidUntil", line.text("paidUntil"), errors);
        var every = Typed.count("everyMonths", line.text("everyMonths"), errors);
        if (errors.hasErrors()) {
            return Optional.empty();
        }
        var terms = ContractForm.terms(
                line.text("from"),
                line.text("until"),
                errors,
                new Paying(
                        line.text("yearly"),
                        Integer.toString(every == null ? YEAR : every),
                        pay.name(),
                        line.text("risePercent"),
                        line.text("riseYears")));
        if (errors.hasErrors()
                || village == null
                || terms == null
                || signed == null
                || kind.isEmpty()
                || partyKind.isEmpty()
                || objectKind.isEmpty()) {
            return Optional.empty();
        }
        var number = line.text("number");
        var id = new ContractId(
                UUID.nameUUIDFromBytes((batch + ":" + village + ":" + number).getBytes(StandardCharsets.UTF_8)));
        return Optional.of(new Entry(
                line.number(),
                village,
                line.text("book"),
                number,
                book -> new WriteContract(
                        id,
                        book,
                        number,
                        line.text("name"),
                        kind.get(),
                        partyKind.get(),
                        line.text("party"),
                        objectKind.get(),
                        line.text("objectName"),
                        area,
                        signed,
                        deposit == null ? Money.ZERO : deposit,
                        null,
                        paid,
                        null,
                        line.text("decisionNote"),
                        terms)));
    }

    @Override
    protected Map<Integer, List<Problem>> check(Jurisdiction jurisdiction, List<Entry> entries) {
        return contracts.check(jurisdiction, entries);
    }

    @Override
    protected Map<Integer, List<Problem>> take(Jurisdiction jurisdiction, Actor actor, List<Entry> entries) {
        return contracts.take(jurisdiction, actor, entries);
    }

    @Override
    protected PlaceCode placeOf(Entry entry) {
        return entry.village();
    }

    @Override
    protected List<String> sorts() {
        return List.of(messages.get("economy.contract.list.title"));
    }

    @Override
    protected List<Long> count(List<Entry> entries) {
        return List.of((long) entries.size());
    }
}
