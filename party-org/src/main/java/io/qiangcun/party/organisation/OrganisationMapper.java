package io.qiangcun.party.organisation;

import io.qiangcun.core.mapping.CoreMapping;
import org.mapstruct.Mapper;

@Mapper(config = CoreMapping.class)
interface OrganisationMapper {

    OrganisationView toView(PartyOrganisation organisation);

    OrganisationView.Milestone toMilestone(OrganisationChange change);
}
