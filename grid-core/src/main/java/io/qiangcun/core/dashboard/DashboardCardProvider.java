package io.qiangcun.core.dashboard;

import io.qiangcun.core.place.Jurisdiction;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.core.Ordered;

/** Puts one card on the desks; empty while there is nothing to show. Declare it as a bean of the contributing module. */
public interface DashboardCardProvider extends Ordered {

    Optional<DashboardCard> cardFor(Jurisdiction jurisdiction, LocalDate today);

    @Override
    default int getOrder() {
        return 0;
    }
}
