package io.qiangcun.services.request;

import io.qiangcun.core.parameter.RuleParameters;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Counts wrong ends of telephone numbers by receipt, whether the receipt exists or not, so that nobody tries all of them
 * from many addresses and nobody learns which receipts exist. Each node counts for itself.
 */
@Component
public class WrongTries {

    private static final int REMEMBERED = 10_000;

    private final RuleParameters parameters;
    private final Clock clock;
    private final Map<String, Tries> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
            return size() > REMEMBERED;
        }
    };

    WrongTries(RuleParameters parameters, Clock clock) {
        this.parameters = parameters;
        this.clock = clock;
    }

    private record Tries(int wrong, Instant last) {}

    public boolean isClosed(String receipt) {
        var most = number("services.request.track-tries");
        var wait = Duration.ofMinutes(number("services.request.track-minutes"));
        return wrongOf(receipt, wait) >= most;
    }

    public void wrong(String receipt) {
        var wait = Duration.ofMinutes(number("services.request.track-minutes"));
        synchronized (known) {
            known.put(receipt, new Tries(wrongOf(receipt, wait) + 1, clock.instant()));
        }
    }

    private int wrongOf(String receipt, Duration wait) {
        synchronized (known) {
            var tries = known.get(receipt);
            return tries == null || tries.last().plus(wait).isBefore(clock.instant()) ? 0 : tries.wrong();
        }
    }

    private int number(String code) {
        return parameters.wholeNumber(code, LocalDate.now(clock));
    }
}
