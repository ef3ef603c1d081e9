package io.qiangcun.party.organisation;

import java.time.LocalDate;

/** Says how an organisation is built from a day on. */
public record RestructureOrganisation(
        OrganisationId organisation, long version, Structure structure, LocalDate effectiveOn, String reason) {}
