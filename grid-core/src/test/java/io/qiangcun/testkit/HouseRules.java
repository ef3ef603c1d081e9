package io.qiangcun.testkit;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.notBePublic;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import io.qiangcun.core.account.Scope;
import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.ScopedReads;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.Map;
import org.springframework.data.repository.CrudRepository;
import org.springframework.data.repository.Repository;
import org.springframework.modulith.ApplicationModule;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;

/** The rules of the house. Every module checks itself against them in its {@code ArchitectureTests}. */
public final class HouseRules {

    @ArchTest
    static final ArchRule entitiesStayInTheirPackage = classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .should(notBePublic())
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule repositoriesStayInTheirPackage = classes()
            .that()
            .areAssignableTo(Repository.class)
            .should(notBePublic())
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule placeBoundAggregatesAreReadThroughAJurisdiction = classes()
            .that(areRepositoriesOf(PlaceBound.class))
            .should()
            .beAssignableTo(ScopedReads.class)
            .andShould()
            .notBeAssignableTo(CrudRepository.class)
            .because("an unscoped read shows an account what lies outside its jurisdiction")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule repositoriesAreUsedInsideATransaction = noClasses()
            .that()
            .areNotAnnotatedWith(Transactional.class)
            .and()
            .areNotAssignableTo(Repository.class)
            .should()
            .dependOnClassesThat(assignableTo(Repository.class).and(resideInAPackage("io.qiangcun..")))
            .because("outside a transaction the database knows no scope and shows no rows")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule onlyTheRequestFilterEntersAScope = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "io.qiangcun.core.account..",
                    "io.qiangcun.core.job..",
                    "io.qiangcun.core.audit..",
                    "io.qiangcun.core.procedure",
                    "io.qiangcun.core.register",
                    "io.qiangcun.core.slip",
                    "io.qiangcun.grid.broadcast",
                    "io.qiangcun.economy.notice",
                    "io.qiangcun.services.answer",
                    "io.qiangcun.services.centre",
                    "io.qiangcun.services.request",
                    "io.qiangcun.services.catalogue",
                    "io.qiangcun.services.feedback",
                    "io.qiangcun.web.demo..")
            .should()
            .dependOnClassesThat(assignableTo(Scope.class))
            .because("services take a jurisdiction; a job that needs a scope of its own is named here");

    @ArchTest
    static final ArchRule controllersLiveInWebPackagesAndStayThere = classes()
            .that()
            .areMetaAnnotatedWith(Controller.class)
            .should(notBePublic())
            .andShould()
            .resideInAPackage("..web..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule theDomainKnowsNoWeb = noClasses()
            .that()
            .resideOutsideOfPackage("..web..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.qiangcun..web..", "org.springframework.web..", "jakarta.servlet..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule slicesWithAnAggregateAreNamedAsModules = classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .should(lieInAnAnnotatedModule())
            .because("Modulith does not see a slice that has no name")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule theKernelKnowsNoGrid = noClasses()
            .that()
            .resideInAPackage("io.qiangcun.core..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.qiangcun.grid..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule controllersBeginNoTransactions = noClasses()
            .that()
            .resideInAPackage("io.qiangcun..web")
            .should()
            .beAnnotatedWith(Transactional.class)
            .because("a page asks several services, each with a transaction of its own")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule controllerMethodsBeginNoTransactions = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage("io.qiangcun..web")
            .should()
            .beAnnotatedWith(Transactional.class)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule formsBindToRecords = noMethods()
            .that()
            .areNotPrivate()
            .and()
            .areDeclaredInClassesThat()
            .areMetaAnnotatedWith(Controller.class)
            .should(takeAnEntityOrABagOfParameters())
            .because("whatever a request adds would be bound to it")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule eventsAreRecords =
            classes().that().implement(DomainEvent.class).should().beRecords().allowEmptyShould(true);

    @ArchTest
    static final ArchRule timeComesFromTheClock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(YearMonth.class, "now")
            .because("tests must be able to choose the day");

    @ArchTest
    static final ArchRule noFieldInjection =
            GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION.allowEmptyShould(true);

    @ArchTest
    static final ArchRule noStandardStreams =
            GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.allowEmptyShould(true);

    private HouseRules() {}

    private static ArchCondition<JavaClass> lieInAnAnnotatedModule() {
        return new ArchCondition<>("lie in a package with @ApplicationModule") {
            @Override
            public void check(JavaClass entity, ConditionEvents events) {
                events.add(new SimpleConditionEvent(
                        entity,
                        entity.getPackage().isAnnotatedWith(ApplicationModule.class),
                        entity.getName() + " lies in " + entity.getPackageName()));
            }
        };
    }

    private static ArchCondition<JavaMethod> takeAnEntityOrABagOfParameters() {
        return new ArchCondition<>("take an entity or a map of parameters") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                method.getRawParameterTypes().stream()
                        .filter(type -> type.isAnnotatedWith(Entity.class)
                                || type.isAssignableTo(Map.class) && !type.isAssignableTo(Model.class))
                        .forEach(type -> events.add(SimpleConditionEvent.satisfied(
                                method, method.getFullName() + " takes " + type.getName())));
            }
        };
    }

    private static DescribedPredicate<JavaClass> areRepositoriesOf(Class<?> aggregate) {
        return DescribedPredicate.describe(
                "are repositories of " + aggregate.getSimpleName() + " aggregates",
                type -> type.getInterfaces().stream()
                        .filter(parent -> parent.toErasure().isAssignableTo(Repository.class))
                        .filter(JavaParameterizedType.class::isInstance)
                        .map(JavaParameterizedType.class::cast)
                        .anyMatch(parent -> parent.getActualTypeArguments()
                                .get(0)
                                .toErasure()
                                .isAssignableTo(aggregate)));
    }
}
