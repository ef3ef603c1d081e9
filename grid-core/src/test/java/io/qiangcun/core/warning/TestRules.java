package io.qiangcun.core.warning;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.testkit.NotInDemo;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Rules that find what the tests tell them to. */
@NotInDemo
@Configuration(proxyBeanMethods = false)
class TestRules {

    @Bean
    FailingRule failingRule() {
        return new FailingRule();
    }

    /** Finds leaking roofs. */
    @Component
    @NotInDemo
    static class LeakingRoofRule implements WarningRule {

        private final Map<String, Finding> leaks = new ConcurrentHashMap<>();

        @Override
        public String code() {
            return "test.leaking-roof";
        }

        @Override
        public Stream<Finding> findings(Jurisdiction jurisdiction, LocalDate today) {
            return leaks.values().stream();
        }

        void leak(PlaceCode place, String roof, LocalDate dueOn) {
            leaks.put(
                    place + roof,
                    new Finding(
                            roof,
                            place,
                            List.of(roof),
                            dueOn,
                            new Finding.Basis("LOCAL", "《测试办法》", "第三条", "屋顶应当及时修缮。"),
                            "/test/roofs/" + roof.replace(" ", "-"),
                            List.of(new Finding.Fact("test.roof", roof))));
        }

        void mend(PlaceCode place, String roof) {
            leaks.remove(place + roof);
        }
    }

    /** Fails in the county where a test wants it to. */
    static class FailingRule implements WarningRule {

        private volatile String failsIn = "";

        void failIn(PlaceCode county) {
            failsIn = county.value();
        }

        @Override
        public String code() {
            return "test.failing";
        }

        @Override
        public Stream<Finding> findings(Jurisdiction jurisdiction, LocalDate today) {
            if (jurisdiction.lo().equals(failsIn)) {
                throw new IllegalStateException("This rule fails");
            }
            return Stream.empty();
        }
    }
}
