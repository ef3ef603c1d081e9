package io.qiangcun.grid.incident;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The desk: a call stands on top of what waits for its holder from the moment it is made, so there is nothing to send. */
@Component
class DeskChannel implements CallChannel {

    @Override
    public String code() {
        return "desk";
    }

    @Override
    public Set<CallId> bring(List<Summons> summons) {
        return summons.stream().map(Summons::call).collect(toUnmodifiableSet());
    }
}
