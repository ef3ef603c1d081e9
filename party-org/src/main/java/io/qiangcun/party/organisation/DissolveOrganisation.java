package io.qiangcun.party.organisation;

import java.time.LocalDate;

/** Ends an organisation. */
public record DissolveOrganisation(OrganisationId organisation, long version, LocalDate dissolvedOn, String reason) {}
