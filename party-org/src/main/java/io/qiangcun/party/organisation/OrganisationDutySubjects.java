package io.qiangcun.party.organisation;

import io.qiangcun.core.duty.DutySubject;
import io.qiangcun.core.duty.DutySubjects;
import io.qiangcun.core.place.Jurisdiction;
import java.util.List;
import org.springframework.stereotype.Component;

/** Party organisations owe what the rules for their kind and structure prescribe. */
@Component
class OrganisationDutySubjects implements DutySubjects {

    private final OrganisationQueries organisations;

    OrganisationDutySubjects(OrganisationQueries organisations) {
        this.organisations = organisations;
    }

    @Override
    public List<DutySubject> subjects(Jurisdiction jurisdiction) {
        return organisations.dutyOwners(jurisdiction).stream()
                .map(DutyOwner::toSubject)
                .toList();
    }
}
