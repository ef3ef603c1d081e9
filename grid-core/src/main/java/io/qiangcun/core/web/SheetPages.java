package io.qiangcun.core.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.error.Problem;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.PlacesOfChoice;
import io.qiangcun.core.place.PlacesOfChoice.Choice;
import io.qiangcun.core.sheet.RowSheet;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The pages by which many things of a kind come in from a sheet: the empty sheet, what is wrong in the filled one or how
 * many it holds, and the entry of all or none. Between the looks nothing is kept but in the page.
 *
 * @param <E> what a line stands for
 */
@PreAuthorize("hasAuthority(this.authority())")
public abstract class SheetPages<E> {

    private final Texts texts;
    private final PlacesOfChoice places;
    private final Messages messages;

    protected SheetPages(Texts texts, PlacesOfChoice places, Messages messages) {
        this.texts = texts;
        this.places = places;
        this.messages = messages;
    }

    /**
     * What the pages say of the things.
     *
     * @param list address of the list of them; the pages are below it
     * @param listTitle message key
     * @param title message key of the pages
     * @param fill message key of how a line is filled in; its argument is how many lines at most
     */
    public record Texts(String list, String listTitle, String title, String fill) {}

    /** How many of each sort a sheet holds for a part of the jurisdiction. */
    public record Count(String place, List<Long> numbers) {}

    /** What somebody needs to see the pages. An annotation of the class below would not hold for the pages above it. */
    public abstract String authority();

    /** The columns of the sheet. */
    protected abstract List<SheetColumn> columns(Jurisdiction jurisdiction);

    /** What the lines say; what is wrong with one alone is said to the sheet. */
    protected abstract List<E> read(Jurisdiction jurisdiction, TypedSheet sheet, SheetForm form);

    /** What is wrong with which line when all are looked at together. */
    protected abstract Map<Integer, List<Problem>> check(Jurisdiction jurisdiction, List<E> entries);

    /** Enters all if nothing is wrong, else says what is, by line. */
    protected abstract Map<Integer, List<Problem>> take(Jurisdiction jurisdiction, Actor actor, List<E> entries);

    protected abstract PlaceCode placeOf(E entry);

    /** Headings over the counts. */
    protected abstract List<String> sorts();

    /** A number for each of the {@linkplain #sorts() sorts}. */
    protected abstract List<Long> count(List<E> entries);

    /** How large a sheet may be. */
    protected RowSheet.Limits most() {
        return RowSheet.Limits.USUAL;
    }

    /** The column in which a line names its village. */
    protected final SheetColumn villageColumn(Jurisdiction jurisdiction) {
        return SheetColumn.named("village", messages.get("place.village"))
                .require()
                .offer(places.villages(jurisdiction).stream()
                        .map(Choice::fullName)
                        .toList());
    }

    /** The villages as lines may call them. */
    protected final SheetNames<PlaceCode> villages(Jurisdiction jurisdiction) {
        return SheetNames.ofPlaces(places.villages(jurisdiction));
    }

    // public, so that the proxy of a class in another package can stand before them

    @GetMapping
    public String open(Model model) {
        model.addAttribute("form", SheetForm.empty());
        return page(model);
    }

    @GetMapping("/template")
    public void template(Jurisdiction jurisdiction, HttpServletResponse response) throws IOException {
        var sheet = Spreadsheet.<String>named(messages.get("core.sheet.name", listTitle()), List.of())
                .note(messages.get("core.sheet.note"));
        columns(jurisdiction).forEach(column -> sheet.column(column.heading(messages), column.offered()));
        sheet.writeTo(response);
    }

    /** Looks at the sheet; nothing is entered yet. */
    @PostMapping
    public String look(
            @ModelAttribute("form") SheetForm form,
            BindingResult errors,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            Jurisdiction jurisdiction,
            Model model,
            HttpServletResponse response)
            throws IOException {
        if (file == null || file.isEmpty()) {
            errors.rejectValue("sheet", "core.sheet.missing");
            return refused(response, model);
        }
        var sent = form.with(file.getBytes());
        var read = read(jurisdiction, sent, errors);
        if (read == null) {
            return refused(response, model);
        }
        read.sheet().add(check(jurisdiction, read.entries()));
        if (!read.sheet().isSound()) {
            return returned(read.sheet(), response, model);
        }
        model.addAttribute("form", sent);
        model.addAttribute("texts", texts);
        model.addAttribute("sorts", sorts());
        model.addAttribute("counts", counts(jurisdiction, read.entries()));
        model.addAttribute("total", count(read.entries()));
        model.addAttribute("lines", read.entries().size());
        return "core/sheet/confirm";
    }

    @PostMapping("/confirm")
    public String enter(
            @ModelAttribute("form") SheetForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var read = read(jurisdiction, form, errors);
        if (read == null) {
            return refused(response, model);
        }
        if (read.sheet().isSound()) {
            read.sheet().add(take(jurisdiction, actor, read.entries()));
        }
        if (!read.sheet().isSound()) {
            return returned(read.sheet(), response, model);
        }
        flash.addFlashAttribute(
                "doneText", messages.get("core.sheet.done", read.entries().size()));
        return "redirect:" + texts.list();
    }

    private record Read<E>(TypedSheet sheet, List<E> entries) {}

    private @Nullable Read<E> read(Jurisdiction jurisdiction, SheetForm form, BindingResult errors) {
        var read = new ArrayList<Read<E>>();
        Submission.succeeds(errors, () -> {
            var sheet = TypedSheet.read(form.workbook(), columns(jurisdiction), most(), messages);
            read.add(new Read<>(sheet, read(jurisdiction, sheet, form)));
        });
        return read.isEmpty() ? null : read.get(0);
    }

    private String returned(TypedSheet sheet, HttpServletResponse response, Model model) {
        model.addAttribute("returned", sheet.returned(listTitle()));
        return refused(response, model);
    }

    private String refused(HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(model);
    }

    private String page(Model model) {
        model.addAttribute("texts", texts);
        model.addAttribute("mostLines", most().lines());
        return "core/sheet/import";
    }

    /** By township for a county, else by village. */
    private List<Count> counts(Jurisdiction jurisdiction, List<E> entries) {
        var level = jurisdiction.level() == PlaceKind.COUNTY ? PlaceKind.TOWNSHIP : PlaceKind.VILLAGE;
        var names = places.in(jurisdiction).stream().collect(Collectors.toMap(Choice::code, Choice::name));
        return entries.stream()
                .collect(Collectors.groupingBy(
                        entry -> part(placeOf(entry).value(), level), TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(part -> new Count(
                        names.getOrDefault(new PlaceCode(part.getKey()), part.getKey()), count(part.getValue())))
                .toList();
    }

    private static String part(String place, PlaceKind level) {
        return place.substring(0, Math.min(place.length(), level.digits()));
    }

    private String listTitle() {
        return messages.get(texts.listTitle());
    }
}
