package io.qiangcun.party.organisation;

import io.qiangcun.core.place.ScopedReads;
import org.springframework.data.repository.Repository;

interface PartyOrganisations
        extends Repository<PartyOrganisation, OrganisationId>, ScopedReads<PartyOrganisation, OrganisationId> {

    PartyOrganisation saveAndFlush(PartyOrganisation organisation);
}
