package io.qiangcun.party.organisation;

import java.time.LocalDate;

/** Gives an organisation another name from a day on. */
public record RenameOrganisation(
        OrganisationId organisation, long version, String name, LocalDate effectiveOn, String reason) {}
