package io.qiangcun.services.request;

import java.util.List;
import java.util.Optional;

/** The services that one can ask for; everything else is asked for in one's own words. */
public interface RequestItems {

    Optional<RequestItem> find(String code);

    List<RequestItem> offered();
}
