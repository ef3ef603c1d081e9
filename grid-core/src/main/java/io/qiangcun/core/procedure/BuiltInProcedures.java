package io.qiangcun.core.procedure;

import io.qiangcun.core.account.Scope;
import io.qiangcun.core.module.AtStart;
import io.qiangcun.core.module.DefinitionFiles;
import io.qiangcun.core.place.Jurisdiction;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Takes in, when the application starts, the procedures its modules bring along as {@code
 * procedures/<module>/<code>.yaml}. One that names a vote rule or a guard nobody knows stops the start.
 */
@Component
class BuiltInProcedures extends AtStart {

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
            DefinitionFiles.broughtAlong(resources, "procedures", json::readYaml, ProcedureTemplate::code)
                    .forEach(template -> {
                        template.steps().forEach(step -> check(template, step, rules));
                        templates.keep(template);
                    });
        }
    }

    private void check(ProcedureTemplate template, Step step, Set<String> rules) {
        guards.require(step.guards());
        consequences.require(step.consequences());
        persons.require(step);
        if (step.vote() != null && !rules.containsAll(step.vote().allRules())) {
            throw new IllegalStateException("No such vote rule: " + template.code() + " " + step.code());
        }
    }
}
