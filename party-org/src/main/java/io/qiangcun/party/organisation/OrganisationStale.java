package io.qiangcun.party.organisation;

import io.qiangcun.core.error.Conflicting;

/** Somebody else has changed the organisation since the form was opened. */
public class OrganisationStale extends Conflicting {

    OrganisationStale(String name) {
        super("party.organisation.stale", name);
    }
}
