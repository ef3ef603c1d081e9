package io.qiangcun.services.catalogue.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Option;
import io.qiangcun.core.web.Spreadsheet;
import io.qiangcun.core.web.Submission;
import io.qiangcun.core.web.Typed;
import io.qiangcun.services.catalogue.Catalogue;
import io.qiangcun.services.catalogue.CatalogueAuthorities;
import io.qiangcun.services.catalogue.CatalogueQueries;
import io.qiangcun.services.catalogue.CatalogueService;
import io.qiangcun.services.catalogue.CatalogueService.Seen;
import io.qiangcun.services.catalogue.Category;
import io.qiangcun.services.catalogue.ItemKind;
import io.qiangcun.services.catalogue.ItemNotFound;
import io.qiangcun.services.catalogue.ItemState;
import io.qiangcun.services.catalogue.LimitKind;
import io.qiangcun.services.catalogue.ServiceItem;
import io.qiangcun.services.catalogue.ServiceItemCode;
import io.qiangcun.services.catalogue.ServiceItemId;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The catalogue as staff sees it: read by all, edited by the county. */
@Controller
@RequestMapping("/services/catalogue")
@PreAuthorize("hasAuthority('" + CatalogueAuthorities.READ + "')")
class CatalogueController {

    private static final String MAY_EDIT = "hasAuthority('" + CatalogueAuthorities.EDIT + "')";

    private final Catalogue catalogue;
    private final CatalogueQueries queries;
    private final CatalogueService service;
    private final Messages messages;

    CatalogueController(Catalogue catalogue, CatalogueQueries queries, CatalogueService service, Messages messages) {
        this.catalogue = catalogue;
        this.queries = queries;
        this.service = service;
        this.messages = messages;
    }

    /** What is asked of the list. */
    record Asked(
            @Nullable String words,
            @Nullable Integer category,
            @Nullable ItemKind kind,
            @Nullable PlaceKind level,
            @Nullable Boolean retired) {

        boolean fits(ServiceItem item) {
            return (category == null || category == item.category().number())
                    && (kind == null || kind == item.kind())
                    && (level == null || level == item.acceptLevel())
                    && item.isPublished() != Boolean.TRUE.equals(retired);
        }
    }

    /** How many items of each kind a category has. */
    record Shelf(Category category, long services, long approvals) {}

    @GetMapping
    String list(@ModelAttribute("asked") Asked asked, Pageable page, Jurisdiction jurisdiction, Model model) {
        var found = found(asked, jurisdiction);
        var from = (int) Math.min(page.getOffset(), found.size());
        var published = catalogue.published(jurisdiction.root());
        model.addAttribute(
                "items",
                new PageImpl<>(
                        found.subList(from, Math.min(from + page.getPageSize(), found.size())), page, found.size()));
        model.addAttribute(
                "shelves",
                catalogue.categories(jurisdiction.root()).stream()
                        .map(category -> new Shelf(
                                category,
                                count(published, category, ItemKind.PUBLIC_SERVICE),
                                count(published, category, ItemKind.ADMIN_APPROVAL)))
                        .toList());
        model.addAttribute(
                "services",
                published.stream()
                        .filter(item -> item.kind() == ItemKind.PUBLIC_SERVICE)
                        .count());
        model.addAttribute(
                "approvals",
                published.stream()
                        .filter(item -> item.kind() == ItemKind.ADMIN_APPROVAL)
                        .count());
        model.addAttribute(
                "defaults",
                published.stream()
                        .filter(item -> item.limit().kind() == LimitKind.DEFAULT)
                        .count());
        model.addAttribute("kinds", ItemKind.values());
        model.addAttribute("levels", ItemForm.LEVELS);
        model.addAttribute("drafts", queries.drafts(jurisdiction));
        model.addAttribute("edits", queries.edits(jurisdiction));
        return "services/catalogue/list";
    }

    private static long count(List<ServiceItem> items, Category category, ItemKind kind) {
        return items.stream()
                .filter(item -> item.category().equals(category) && item.kind() == kind)
                .count();
    }

    private List<ServiceItem> found(Asked asked, Jurisdiction jurisdiction) {
        var words = asked.words();
        var all = words == null || words.isBlank()
                ? catalogue.all(jurisdiction.root())
                : catalogue.search(jurisdiction.root(), words);
        return all.stream().filter(asked::fits).toList();
    }

    @GetMapping("/export")
    void export(@ModelAttribute("asked") Asked asked, Jurisdiction jurisdiction, HttpServletResponse response)
            throws IOException {
        var lines = new MaterialLines(messages);
        Spreadsheet.<ServiceItem>named(messages.get("services.catalogue.list.title"), found(asked, jurisdiction))
                .column(field("code"), item -> item.code().value())
                .column(field("category"), item -> item.category().name())
                .column(field("kind"), item -> messages.get("services.catalogue.kind." + item.kind()))
                .column(field("name"), ServiceItem::name)
                .column(field("accept"), item -> level(item.acceptLevel()))
                .column(field("finish"), item -> level(item.finishLevel()))
                .column(field("legal"), ServiceItem::legalDays)
                .column(field("promised"), ServiceItem::promisedDays)
                .column(field("basis"), item -> item.limit().basis())
                .column(field("from"), item -> item.limit().from())
                .column(field("materials"), item -> lines.write(item.materials()))
                .column(field("applicants"), item -> item.guide().applicants())
                .column(field("address"), item -> item.guide().address())
                .column(field("fee"), item -> item.guide().fee())
                .column(field("complaint"), item -> item.guide().complaint())
                .column(field("steps"), item -> item.guide().steps())
                .column(field("also"), item -> item.guide().alsoCalled())
                .writeTo(response);
    }

    @GetMapping("/new")
    @PreAuthorize(MAY_EDIT)
    String open(Jurisdiction jurisdiction, Model model) {
        model.addAttribute("form", ItemForm.empty());
        return form("", model);
    }

    @PostMapping("/new")
    @PreAuthorize(MAY_EDIT)
    String draft(
            @Valid @ModelAttribute("form") ItemForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        return save(form, "", errors, jurisdiction, actor, model, response, flash);
    }

    @GetMapping("/{code}")
    String show(@PathVariable ServiceItemCode code, Jurisdiction jurisdiction, Model model) {
        var editions = queries.editions(jurisdiction, code);
        var current = editions.stream()
                .filter(item -> item.state() != ItemState.DRAFT)
                .findFirst()
                .orElse(null);
        if (editions.isEmpty()) {
            throw new ItemNotFound(code);
        }
        model.addAttribute("item", current == null ? editions.get(0) : current);
        model.addAttribute(
                "draft",
                editions.stream()
                        .filter(item -> item.state() == ItemState.DRAFT)
                        .findFirst()
                        .orElse(null));
        model.addAttribute("holds", current != null);
        model.addAttribute("editions", editions);
        model.addAttribute("edits", queries.edits(jurisdiction));
        return "services/catalogue/show";
    }

    @GetMapping("/{code}/edit")
    @PreAuthorize(MAY_EDIT)
    String edit(@PathVariable ServiceItemCode code, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("form", ItemForm.of(base(jurisdiction, code)));
        return form(code.toString(), model);
    }

    /** The draft if there is one, else what holds. */
    private ServiceItem base(Jurisdiction jurisdiction, ServiceItemCode code) {
        var editions = queries.editions(jurisdiction, code);
        return editions.stream()
                .filter(item -> item.state() == ItemState.DRAFT)
                .findFirst()
                .or(() -> editions.stream().findFirst())
                .orElseThrow(() -> new ItemNotFound(code));
    }

    @PostMapping("/{code}/edit")
    @PreAuthorize(MAY_EDIT)
    String rewrite(
            @PathVariable ServiceItemCode code,
            @Valid @ModelAttribute("form") ItemForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        base(jurisdiction, code);
        return save(form, code.toString(), errors, jurisdiction, actor, model, response, flash);
    }

    private String save(
            ItemForm form,
            String code,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var typed = code.isEmpty() ? form : form.withCode(code);
        var command = typed.toCommand(errors);
        if (command.isEmpty()
                || !Submission.succeeds(
                        errors, () -> service.draft(jurisdiction, actor, command.get(), typed.seen()))) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(code, model);
        }
        flash.addFlashAttribute("done", "services.catalogue.done.drafted");
        return "redirect:" + command.get().code().href();
    }

    private String form(String code, Model model) {
        model.addAttribute("code", code);
        model.addAttribute(
                "levels",
                ItemForm.LEVELS.stream()
                        .map(level -> new Option(level.name(), level(level)))
                        .toList());
        model.addAttribute("limitKinds", options("limit", LimitKind.values()));
        model.addAttribute("needs", options("need", Need.values()));
        return "services/catalogue/form";
    }

    private List<Option> options(String prefix, Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> new Option(value.name(), messages.get("services.catalogue." + prefix + "." + value)))
                .toList();
    }

    /** What is done with an item as a whole. */
    enum Act {
        PUBLISH,
        DROP,
        RETIRE,
        RESTORE
    }

    @PostMapping("/{code}/{act:publish|drop|retire|restore}")
    @PreAuthorize(MAY_EDIT)
    String act(
            @PathVariable ServiceItemCode code,
            @PathVariable String act,
            @RequestParam(defaultValue = "") String edition,
            @RequestParam(defaultValue = "") String version,
            @RequestParam(defaultValue = "") String reason,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        base(jurisdiction, code);
        var seen = new Seen(Typed.sent(ServiceItemId::valueOf, edition), Typed.sent(Long::valueOf, version));
        var meant = Act.valueOf(act.toUpperCase(Locale.ROOT));
        if (reason.isBlank() && meant != Act.DROP) {
            model.addAttribute("unreasoned", meant);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(code, jurisdiction, model);
        }
        var said = Typed.text(reason).strip();
        switch (meant) {
            case PUBLISH -> service.publish(jurisdiction, actor, code, seen, said);
            case DROP -> service.drop(jurisdiction, code, seen);
            case RETIRE -> service.retire(jurisdiction, actor, code, seen, said);
            case RESTORE -> service.restore(jurisdiction, actor, code, seen, said);
        }
        flash.addFlashAttribute("done", "services.catalogue.done." + act);
        // what was only a draft is nowhere now
        return queries.editions(jurisdiction, code).isEmpty()
                ? "redirect:/services/catalogue"
                : "redirect:" + code.href();
    }

    private String level(PlaceKind level) {
        return messages.get("place." + level.name().toLowerCase(Locale.ROOT));
    }

    private String field(String field) {
        return messages.get("services.catalogue.field." + field);
    }
}
