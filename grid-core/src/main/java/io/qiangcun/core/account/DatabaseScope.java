package io.qiangcun.core.account;

import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.TransactionStatus;

/** Tells PostgreSQL, at the start of each transaction, where it may read and write. */
@Component
public class DatabaseScope implements TransactionExecutionListener {

    private static final String ENTER = """
      select set_config('qiangcun.lo', :lo, true), set_config('qiangcun.hi', :hi, true),
             set_config('qiangcun.wlo', :wlo, true), set_config('qiangcun.whi', :whi, true)
      """;

    private final JdbcClient database;
    private final ObjectProvider<PlatformTransactionManager> manager;

    DatabaseScope(DataSource dataSource, ObjectProvider<PlatformTransactionManager> manager) {
        this.database = JdbcClient.create(dataSource);
        this.manager = manager;
    }

    @Override
    public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
        if (failure != null) {
            return;
        }
        try {
            enter(Scope.current());
        } catch (RuntimeException lost) {
            leaveNothingOnTheThread(transaction, lost);
            throw lost;
        }
    }

    /** Spring does not clean up after a listener that fails here: the next request would join the dead transaction. */
    private void leaveNothingOnTheThread(TransactionExecution transaction, RuntimeException lost) {
        try {
            manager.getObject().rollback((TransactionStatus) transaction);
        } catch (RuntimeException alsoLost) {
            lost.addSuppressed(alsoLost);
        }
    }

    private void enter(Scope scope) {
        database.sql(ENTER)
                .param("lo", scope.reads().lo())
                .param("hi", scope.reads().hi())
                .param("wlo", scope.writes().lo())
                .param("whi", scope.writes().hi())
                .query()
                .singleRow();
    }
}
