package io.qiangcun.party.organisation;

import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Enters an organisation.
 *
 * @param id made when the form was shown, so that a form sent twice founds one organisation
 */
public record FoundOrganisation(
        OrganisationId id,
        PlaceCode place,
        OrganisationKind kind,
        String name,
        @Nullable OrganisationId parent,
        LocalDate foundedOn,
        Structure structure) {}
