package io.qiangcun.grid;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import io.qiangcun.testkit.HouseRules;

@AnalyzeClasses(packages = "io.qiangcun", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchTests house = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule kernelKnowsNoGrids = ArchRuleDefinition.noClasses()
            .that()
            .resideInAPackage("io.qiangcun.core..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.qiangcun.grid..")
            .because("the kernel is there for every domain");
}
