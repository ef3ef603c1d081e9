package io.qiangcun.web.demo;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in two languages why a demo and the real thing do not mix. */
class DemoFailures extends AbstractFailureAnalyzer<DemoModeMismatch> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, DemoModeMismatch cause) {
        return cause.demoMode() ? new FailureAnalysis("""
                        This database holds real records; demo mode is not for it.
                        该数据库中已有正式数据，不能以演示方式启动。""", """
                        Start without qiangcun.demo.enabled, or with an empty database.
                        请关闭演示方式，或改用空数据库。""", cause) : new FailureAnalysis("""
                        This database holds the demo county, whose passwords are public.
                        该数据库中是演示数据，演示账号的密码是公开的，不能正式使用。""", """
                        Start with qiangcun.demo.enabled=true, or with an empty database (qiangcun.database.directory).
                        请以演示方式启动（qiangcun.demo.enabled=true），或改用空数据库。""", cause);
    }
}
