package io.qiangcun.core.job;

import io.qiangcun.core.account.Scope;
import io.qiangcun.core.place.Jurisdiction;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads what nobody waits for, one thing after the other, each behind a fence and in a transaction of its own. */
@Component
public class Aside implements DisposableBean {

    private final TransactionTemplate transaction;
    private final ExecutorService reader = Executors.newSingleThreadExecutor(work -> {
        var thread = new Thread(work, "aside");
        thread.setDaemon(true);
        return thread;
    });

    Aside(PlatformTransactionManager manager) {
        transaction = new TransactionTemplate(manager);
        transaction.setReadOnly(true);
    }

    /** @param failed told if the work did not come to its end */
    public void read(Jurisdiction jurisdiction, Runnable work, Runnable failed) {
        reader.execute(() -> {
            try (var scope = Scope.as(jurisdiction)) {
                transaction.executeWithoutResult(status -> work.run());
            } catch (RuntimeException broke) {
                failed.run();
                throw broke;
            }
        });
    }

    @Override
    public void destroy() {
        reader.shutdownNow();
    }
}
