package io.qiangcun.core.web;

import com.zaxxer.hikari.HikariDataSource;
import io.qiangcun.core.dashboard.DashboardCard;
import io.qiangcun.core.dashboard.TodoProvider.Urgency;
import io.qiangcun.core.dashboard.Todos.Todo;
import io.qiangcun.core.error.Conflicting;
import io.qiangcun.core.error.NotFound;
import io.qiangcun.core.error.RuleViolated;
import io.qiangcun.core.metric.MetricUnit;
import io.qiangcun.core.metric.MetricValue;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.warning.WarningLevel;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Pages made of everything the kit has; only for its tests. */
@Controller
@RequestMapping("/sample")
class KitSampleController {

    @GetMapping("/desk")
    String desk(Model model) {
        model.addAttribute(
                "todos",
                List.of(
                        new Todo("sample.todo", 3, "/sample/list", Urgency.OVERDUE),
                        new Todo("sample.todo", 12, "/sample/list", Urgency.DUE),
                        new Todo("sample.todo", 1234, "/sample/list", Urgency.WAITING)));
        model.addAttribute(
                "card",
                new DashboardCard("sample.card", List.of("sample.one", "sample.two", "sample.three"), "/sample"));
        model.addAttribute(
                "values",
                Map.of(
                        "sample.one", MetricValue.of(new BigDecimal("1234.50")),
                        "sample.two", MetricValue.NOTHING,
                        "sample.three", MetricValue.UNKNOWN));
        model.addAttribute("value", MetricValue.of(BigDecimal.valueOf(186)));
        model.addAttribute("unit", MetricUnit.TIMES);
        model.addAttribute("levels", WarningLevel.values());
        model.addAttribute("spark", Arrays.asList(1, 4, null, 3, 8));
        model.addAttribute("due", LocalDate.of(2026, 11, 20));
        return "sample/desk";
    }

    @GetMapping("/list")
    String list(@RequestParam(required = false) @Nullable String name, Pageable page, Model model) {
        model.addAttribute("page", new PageImpl<>(rows(), page, 187));
        model.addAttribute("name", name);
        return "sample/list";
    }

    @GetMapping("/list/export")
    void export(HttpServletResponse response) throws IOException {
        Spreadsheet.named("村级填报情况", rows())
                .note("2026年10月")
                .column("代码", Row::code)
                .column("名称", Row::name)
                .column("次数", Row::times)
                .column("报送日期", Row::reported)
                .writeTo(response);
    }

    private static List<Row> rows() {
        return List.of(
                new Row("150524101201", "丰顺村", "ok", BigDecimal.valueOf(12860, 2), LocalDate.of(2026, 10, 28)),
                new Row("150524101202", "哈日稿嘎查", "warn", BigDecimal.valueOf(103205, 2), LocalDate.of(2026, 10, 30)),
                new Row("150524101203", "=下洼村", "bad", null, null));
    }

    @GetMapping("/form")
    String form(Model model) {
        return show(
                new Form(UUID.fromString("00000000-0000-0000-0000-000000000001"), "", null, "", "", "", false, 7),
                model);
    }

    @PostMapping("/form")
    String save(
            @Valid @ModelAttribute("form") Form form,
            BindingResult result,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        if (result.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("kinds", kinds());
            return "sample/form";
        }
        flash.addFlashAttribute("done", "core.kit.confirm");
        return "redirect:/sample/list";
    }

    @GetMapping("/conflict")
    String conflict(Model model) {
        model.addAttribute("rows", List.of(new Difference("主题", "学习", "学习 "), new Difference("实到人数", "12", "13")));
        return "sample/conflict";
    }

    @GetMapping("/fail/{how}")
    String fail(@PathVariable String how) throws IOException {
        if (how.equals("left")) {
            throw new IOException("Broken pipe");
        }
        throw switch (how) {
            case "missing" -> new Missing();
            case "rule" -> new Broken();
            case "conflict" -> new Overtaken();
            case "stale" -> new OptimisticLockingFailureException("secret");
            case "denied" -> new AccessDeniedException("secret");
            case "big" -> new MaxUploadSizeExceededException(1);
            case "away" -> new DataAccessResourceFailureException("secret");
            default -> new IllegalStateException("secret");
        };
    }

    /** What a request meets when nothing listens where the database should be. */
    @GetMapping("/unreachable/{how}")
    String unreachable(@PathVariable String how) {
        var nothing = new HikariDataSource();
        nothing.setJdbcUrl("jdbc:postgresql://127.0.0.1:1/secret");
        nothing.setInitializationFailTimeout(-1);
        nothing.setConnectionTimeout(250);
        try (nothing) {
            var database = JdbcClient.create(nothing).sql("select 1");
            if (how.equals("transaction")) {
                new TransactionTemplate(new DataSourceTransactionManager(nothing))
                        .executeWithoutResult(status -> database.update());
            }
            return "redirect:/sample/list?name=" + database.query(Integer.class).single();
        }
    }

    @GetMapping("/place/{place}")
    String place(@PathVariable PlaceCode place) {
        return "redirect:/sample/list?name=" + place;
    }

    @GetMapping("/number")
    String number(@RequestParam int number) {
        return "redirect:/sample/list?name=" + number;
    }

    private static String show(Form form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("kinds", kinds());
        return "sample/form";
    }

    private static List<Option> kinds() {
        return List.of(new Option("A", "党员大会"), new Option("B", "主题党日"));
    }

    record Row(
            String code,
            String name,
            String tone,
            @Nullable BigDecimal times,
            @Nullable LocalDate reported) {}

    record Form(
            UUID id,
            @NotBlank @Size(max = 40) String topic,
            @NotNull @PastOrPresent @Nullable LocalDate date,
            @NotBlank String kind,
            @Size(max = 200) String summary,
            String place,
            boolean open,
            @NotNull Integer people) {}

    private static final class Missing extends NotFound {
        Missing() {
            super("sample", 1);
        }
    }

    private static final class Broken extends RuleViolated {
        Broken() {
            super(null, "sample.rule", 5);
        }
    }

    private static final class Overtaken extends Conflicting {
        Overtaken() {
            super("sample.overtaken");
        }
    }
}
