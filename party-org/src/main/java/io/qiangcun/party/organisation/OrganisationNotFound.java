package io.qiangcun.party.organisation;

import io.qiangcun.core.error.NotFound;

/** There is no such organisation, or it lies outside the jurisdiction: nobody learns which. */
public class OrganisationNotFound extends NotFound {

    public OrganisationNotFound(OrganisationId id) {
        super("organisation", id);
    }
}
