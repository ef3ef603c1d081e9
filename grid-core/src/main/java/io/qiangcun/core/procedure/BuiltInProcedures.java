package io.qiangcun.core.procedure;

import io.qiangcun.core.account.Scope;
import io.qiangcun.core.module.AtStart;
import io.qiangcun.core.place.Jurisdiction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Takes in, when the application starts, the procedures its modules bring along as {@code
 * procedures/<module>/<code>.yaml}. One that names a vote rule or a guard nobody knows stops the start.
 */
@Component
class BuiltInProcedures extends AtStart {

    private static final String FILES = "classpath*:procedures/*/*.yaml";

    private final ResourcePatternResolver resources;
    private final TemplateJson json;
    private final ProcedureTemplates templates;
    private final StepGuards guards;
    private final StepConsequences consequences;
    private final PersonFields persons;
    private final Clock clock;

    BuiltInProcedures(
            ResourcePatternResolver resources,
            TemplateJson json,
            ProcedureTemplates templates,
            StepGuards guards,
            StepConsequences consequences,
            PersonFields persons,
            Clock clock) {
        super(Order.DEFINITIONS);
        this.resources = resources;
        this.json = json;
        this.templates = templates;
        this.guards = guards;
        this.consequences = consequences;
        this.persons = persons;
        this.clock = clock;
    }

    @Override
    protected void run() {
        try (var scope = Scope.as(Jurisdiction.everywhere())) {
            var rules = templates.voteRules(LocalDate.now(clock)).keySet();
            for (var file : resources.getResources(FILES)) {
                var template = read(file);
                template.steps().forEach(step -> {
                    guards.require(step.guards());
                    consequences.require(step.consequences());
                    persons.require(step);
                    if (step.vote() != null && !rules.containsAll(step.vote().allRules())) {
                        throw new IllegalStateException("No such vote rule: " + template.code() + " " + step.code());
                    }
                });
                templates.keep(template);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private ProcedureTemplate read(Resource file) throws IOException {
        try {
            var template = json.readYaml(file.getContentAsString(StandardCharsets.UTF_8));
            var path = file.getURL().getPath();
            var wanted = template.code().replace('.', '/') + ".yaml";
            if (!path.endsWith("procedures/" + wanted)) {
                throw new IllegalArgumentException(template.code() + " lies in " + Arrays.asList(path.split("/")));
            }
            return template;
        } catch (RuntimeException wrong) {
            throw new IllegalStateException("The procedure in " + file + " cannot be: " + wrong.getMessage(), wrong);
        }
    }
}
