package io.qiangcun.services.catalogue.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.error.Problem;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.PlacesOfChoice;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.SheetColumn;
import io.qiangcun.core.web.SheetForm;
import io.qiangcun.core.web.SheetPages;
import io.qiangcun.core.web.TypedSheet;
import io.qiangcun.core.web.TypedSheet.Line;
import io.qiangcun.services.catalogue.CatalogueAuthorities;
import io.qiangcun.services.catalogue.CatalogueService;
import io.qiangcun.services.catalogue.CatalogueService.Entry;
import io.qiangcun.services.catalogue.ItemKind;
import io.qiangcun.services.catalogue.LimitKind;
import io.qiangcun.services.catalogue.ServiceItem.Guide;
import io.qiangcun.services.catalogue.ServiceItemCode;
import io.qiangcun.services.catalogue.WriteItem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.RequestMapping;

/** The county's own list of items from a sheet, as it was exported or as it is kept elsewhere. */
@Controller
@RequestMapping("/services/catalogue/import")
class CatalogueImportController extends SheetPages<CatalogueImportController.Imported> {

    private final CatalogueService service;
    private final Messages messages;
    private final MaterialLines lines;

    CatalogueImportController(CatalogueService service, PlacesOfChoice places, Messages messages) {
        super(
                new Texts(
                        "/services/catalogue",
                        "services.catalogue.list.title",
                        "services.catalogue.import.title",
                        "services.catalogue.import.fill"),
                places,
                messages);
        this.service = service;
        this.messages = messages;
        this.lines = new MaterialLines(messages);
    }

    /** A line for the county. */
    record Imported(PlaceCode county, Entry entry) {}

    @Override
    public String authority() {
        return CatalogueAuthorities.EDIT;
    }

    @Override
    protected List<SheetColumn> columns(Jurisdiction jurisdiction) {
        var levels = ItemForm.LEVELS.stream().map(this::level).toList();
        return List.of(
                column("code", "code").require(),
                column("name", "name").require(),
                column("acceptLevel", "accept").require().offer(levels),
                column("finishLevel", "finish").require().offer(levels),
                column("legalDays", "legal").require(),
                column("promisedDays", "promised").require(),
                column("limitBasis", "basis"),
                column("limitFrom", "from").day(),
                column("materials", "materials").hint(messages.get("services.catalogue.import.materials")),
                column("applicants", "applicants"),
                column("address", "address"),
                column("fee", "fee"),
                column("complaint", "complaint"),
                column("steps", "steps"),
                column("alsoCalled", "also"));
    }

    private SheetColumn column(String field, String key) {
        return SheetColumn.named(field, messages.get("services.catalogue.field." + key));
    }

    private String level(PlaceKind level) {
        return messages.get("place." + level.name().toLowerCase(Locale.ROOT));
    }

    @Override
    protected List<Imported> read(Jurisdiction jurisdiction, TypedSheet sheet, SheetForm form) {
        return sheet.entries((line, errors) ->
                entry(line, errors).map(item -> new Imported(jurisdiction.root(), new Entry(line.number(), item))));
    }

    private Optional<WriteItem> entry(Line line, BindingResult errors) {
        line.require(errors, "code", "name", "acceptLevel", "finishLevel", "legalDays", "promisedDays");
        if (!line.text("code").isEmpty() && !ServiceItemCode.fits(line.text("code"))) {
            errors.rejectValue("code", "services.catalogue.refused.code");
        }
        var levels = ItemForm.LEVELS.toArray(PlaceKind[]::new);
        var accept = line.choice("acceptLevel", levels, this::level, errors);
        var finish = line.choice("finishLevel", levels, this::level, errors);
        var basis = line.text("limitBasis");
        if (errors.hasErrors()) {
            return Optional.empty();
        }
        var limit = ItemForm.limit(
                line.text("legalDays"),
                line.text("promisedDays"),
                (basis.isEmpty() ? LimitKind.DEFAULT : LimitKind.COUNTY).name(),
                basis,
                line.text("limitFrom"),
                errors);
        var materials = lines.read(line.text("materials"));
        if (materials.isEmpty()) {
            errors.rejectValue("materials", "services.catalogue.refused.materials");
        }
        if (errors.hasErrors() || limit.isEmpty() || accept.isEmpty() || finish.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new WriteItem(
                new ServiceItemCode(line.text("code")),
                line.text("name"),
                accept.get(),
                finish.get(),
                limit.get(),
                new Guide(
                        line.text("applicants"),
                        line.text("address"),
                        line.text("fee"),
                        line.text("complaint"),
                        line.text("steps"),
                        line.text("alsoCalled")),
                materials.orElseThrow()));
    }

    @Override
    protected Map<Integer, List<Problem>> check(Jurisdiction jurisdiction, List<Imported> entries) {
        return service.check(jurisdiction, entries(entries));
    }

    @Override
    protected Map<Integer, List<Problem>> take(Jurisdiction jurisdiction, Actor actor, List<Imported> entries) {
        return service.take(jurisdiction, actor, entries(entries), messages.get("services.catalogue.import.reason"));
    }

    private static List<Entry> entries(List<Imported> imported) {
        return imported.stream().map(Imported::entry).toList();
    }

    @Override
    protected PlaceCode placeOf(Imported entry) {
        return entry.county();
    }

    @Override
    protected List<String> sorts() {
        return List.of(
                messages.get("services.catalogue.kind.PUBLIC_SERVICE"),
                messages.get("services.catalogue.kind.ADMIN_APPROVAL"));
    }

    @Override
    protected List<Long> count(List<Imported> entries) {
        var approvals = entries.stream()
                .filter(one -> one.entry().item().code().kind() == ItemKind.ADMIN_APPROVAL)
                .count();
        return List.of(entries.size() - approvals, approvals);
    }
}
