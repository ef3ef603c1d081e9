package io.qiangcun;

import io.qiangcun.core.audit.VerifyAudit;
import io.qiangcun.economy.takeover.ImportLedger;
import java.util.Arrays;
import java.util.Locale;
import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** The application: all modules, one process. */
@Modulithic(systemName = "Qiangcun")
@SpringBootApplication
public class WebApplication {

    public static void main(String[] args) {
        // for what libraries make of a day by themselves; our own code asks the clock
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Shanghai"));
        Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
        if (args.length > 0 && args[0].equals(VerifyAudit.COMMAND)) {
            System.exit(VerifyAudit.run(Arrays.copyOfRange(args, 1, args.length)));
        }
        if (args.length > 0 && args[0].equals(ImportLedger.COMMAND)) {
            System.exit(ImportLedger.run(WebApplication.class, Arrays.copyOfRange(args, 1, args.length)));
        }
        SpringApplication.run(WebApplication.class, args);
    }
}
