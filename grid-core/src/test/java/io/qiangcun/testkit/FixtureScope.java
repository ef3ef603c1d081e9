package io.qiangcun.testkit;

import io.qiangcun.core.account.Scope;
import io.qiangcun.core.place.Jurisdiction;
import org.springframework.core.Ordered;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** Data tests may touch whatever the fixtures plant; enters the scope before the test's transaction begins. */
class FixtureScope implements TestExecutionListener, Ordered {

    private static final int BEFORE_THE_TRANSACTION = 3999;

    @Override
    public int getOrder() {
        return BEFORE_THE_TRANSACTION;
    }

    @Override
    public void beforeTestMethod(TestContext test) {
        test.setAttribute("scope", Scope.as(Jurisdiction.within(PlaceFixtures.PROVINCE)));
    }

    @Override
    public void afterTestMethod(TestContext test) {
        if (test.removeAttribute("scope") instanceof Scope.Held scope) {
            scope.close();
        }
    }
}
