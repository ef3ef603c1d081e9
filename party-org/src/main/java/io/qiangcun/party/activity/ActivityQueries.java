package io.qiangcun.party.activity;

import io.qiangcun.core.place.Jurisdiction;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads organisational life. */
@Service
@Transactional(readOnly = true)
public class ActivityQueries {

    private final Activities activities;
    private final ActivityMapper mapper;

    ActivityQueries(Activities activities, ActivityMapper mapper) {
        this.activities = activities;
        this.mapper = mapper;
    }

    public Optional<ActivityView> find(Jurisdiction jurisdiction, ActivityId id) {
        return activities.findById(id, jurisdiction).map(mapper::toView);
    }
}
