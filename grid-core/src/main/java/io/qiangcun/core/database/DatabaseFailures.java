package io.qiangcun.core.database;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Says in two languages why there is no database, instead of a stack trace. */
class DatabaseFailures implements FailureAnalyzer {

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DirectoryInUse inUse) {
                return inUse(inUse);
            }
            if (cause instanceof DirectoryUnusable unusable) {
                return unusable(unusable);
            }
            if (cause instanceof RolesNotApart same) {
                return notApart(same);
            }
        }
        return null;
    }

    private static FailureAnalysis inUse(DirectoryInUse failure) {
        return new FailureAnalysis("""
                Qiangcun is already running on %s.
                另一个强村程序正在使用数据目录 %s，本次启动已停止。""".formatted(failure.directory(), failure.directory()), """
                Use the copy that runs, stop it first, or give this one a directory of its own \
                (qiangcun.database.directory) and a port of its own (server.port).
                请使用已启动的程序，或先停止它；如需同时运行，请另设数据目录和端口。""", failure);
    }

    private static FailureAnalysis unusable(DirectoryUnusable failure) {
        return new FailureAnalysis(
                """
                The database in %s could not be started: %s
                数据目录 %s 中的数据库无法启动。""".formatted(failure.directory(), failure.getMessage(), failure.directory()), """
                Remove the cause and start again; no data has been changed.
                请排除上述原因后重新启动；目录中的数据没有改动。""", failure);
    }

    private static FailureAnalysis notApart(RolesNotApart failure) {
        return new FailureAnalysis("""
                %s.
                数据库的属主角色与应用角色必须分开设置。""".formatted(failure.getMessage()), """
                Set SPRING_DATASOURCE_USERNAME to the plain role and SPRING_FLYWAY_USER to the owner's \
                (see docs/operations/configuration.md), and name no user in SPRING_DATASOURCE_URL.
                请分别设置应用角色与属主角色，且不要在连接地址中写用户名。""", failure);
    }
}
