package io.qiangcun.economy.asset.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Submission;
import io.qiangcun.core.web.Typed;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.asset.AssetId;
import io.qiangcun.economy.asset.AssetNotFound;
import io.qiangcun.economy.asset.AssetQueries;
import io.qiangcun.economy.asset.AssetService;
import io.qiangcun.economy.asset.AssetService.Dispose;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.money.Money;
import io.qiangcun.economy.money.TypedMoney;
import io.qiangcun.economy.voucher.VoucherId;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One card. */
@Controller
@RequestMapping("/economy/assets/{id}")
@PreAuthorize("hasAuthority('" + EconomyAuthorities.READ_ASSETS + "')")
class AssetController {

    private static final String MAY_WRITE = "hasAuthority('" + EconomyAuthorities.WRITE_ASSETS + "')";

    private final AssetQueries queries;
    private final AssetService assets;
    private final AssetPages pages;
    private final Messages messages;
    private final Clock clock;

    AssetController(AssetQueries queries, AssetService assets, AssetPages pages, Messages messages, Clock clock) {
        this.queries = queries;
        this.assets = assets;
        this.pages = pages;
        this.messages = messages;
        this.clock = clock;
    }

    /** How it goes. */
    record DisposeForm(
            String version,
            String voucher,
            String on,

            @NotBlank(message = "{economy.asset.refused.missing}") @Size(max = 200)
            String how,

            @Size(max = 30) String proceeds) {

        DisposeForm {
            version = Objects.requireNonNullElse(version, "");
            voucher = Objects.requireNonNullElse(voucher, "");
            on = Objects.requireNonNullElse(on, "");
            how = Objects.requireNonNullElse(how, "");
            proceeds = Objects.requireNonNullElse(proceeds, "");
        }
    }

    @GetMapping
    String show(@PathVariable AssetId id, Jurisdiction jurisdiction, Model model) {
        var asset = queries.find(jurisdiction, id);
        model.addAttribute(
                "form",
                new DisposeForm(
                        Long.toString(asset.version()),
                        VoucherId.next().toString(),
                        LocalDate.now(clock).toString(),
                        "",
                        ""));
        model.addAttribute("asset", asset);
        return "economy/asset/show";
    }

    @GetMapping("/edit")
    @PreAuthorize(MAY_WRITE)
    String edit(@PathVariable AssetId id, Jurisdiction jurisdiction, Model model) {
        return pages.form(jurisdiction, AssetForm.of(kept(jurisdiction, id)), model);
    }

    @PostMapping("/edit")
    @PreAuthorize(MAY_WRITE)
    String rewrite(
            @PathVariable AssetId id,
            @Valid @ModelAttribute("form") AssetForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var same = form.of(id, new BookId(kept(jurisdiction, id).bookId()));
        var command = same.toCommand(errors);
        if (command.isEmpty()
                || !Submission.succeeds(
                        errors, () -> assets.rewrite(jurisdiction, actor, command.get(), form.stand()))) {
            return pages.refused(jurisdiction, same, model, response);
        }
        flash.addFlashAttribute("done", "economy.asset.done.written");
        return "redirect:" + id.href();
    }

    private AssetQueries.View kept(Jurisdiction jurisdiction, AssetId id) {
        var asset = queries.find(jurisdiction, id);
        if (!asset.isKept()) {
            throw new AssetNotFound(id);
        }
        return asset;
    }

    @PostMapping("/dispose")
    @PreAuthorize(MAY_WRITE)
    String dispose(
            @PathVariable AssetId id,
            @Valid @ModelAttribute("form") DisposeForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var asset = kept(jurisdiction, id);
        var on = Typed.date("on", form.on(), errors);
        var proceeds = TypedMoney.money("proceeds", form.proceeds(), errors);
        if (on == null && !errors.hasFieldErrors("on")) {
            errors.rejectValue("on", "economy.asset.refused.missing");
        }
        if (proceeds != null && proceeds.signum() < 0) {
            errors.rejectValue("proceeds", "economy.asset.refused.negative");
        }
        if (on != null
                && Submission.succeeds(
                        errors,
                        () -> assets.dispose(
                                jurisdiction,
                                actor,
                                id,
                                Typed.sent(Long::parseLong, form.version()),
                                new Dispose(
                                        on,
                                        Typed.text(form.how()),
                                        proceeds == null ? Money.ZERO : proceeds,
                                        Typed.sent(VoucherId::valueOf, form.voucher()),
                                        messages.get("economy.asset.summary.dispose", asset.name()))))) {
            flash.addFlashAttribute("done", "economy.asset.done.disposed");
            return "redirect:" + id.href();
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("asset", asset);
        model.addAttribute("refused", true);
        return "economy/asset/show";
    }
}
