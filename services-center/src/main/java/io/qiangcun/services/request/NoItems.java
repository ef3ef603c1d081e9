package io.qiangcun.services.request;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Before there is a list of services, everything is asked for in one's own words. */
@Component
class NoItems implements RequestItems {

    @Override
    public Optional<RequestItem> find(String code) {
        return Optional.empty();
    }

    @Override
    public List<RequestItem> offered() {
        return List.of();
    }
}
