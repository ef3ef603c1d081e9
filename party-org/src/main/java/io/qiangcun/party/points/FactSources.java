package io.qiangcun.party.points;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.party.organisation.OrganisationId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Records of work that can prove a fact: what was done, never how this software was used. Declare it as a bean of the
 * slice whose records they are.
 */
public interface FactSources {

    /** Stable, dotted, starting with the module code. */
    String kind();

    /** Records of the branch since the day, the latest first; a handful to choose from. */
    List<FactSource> recent(Jurisdiction jurisdiction, OrganisationId branch, LocalDate since);

    Optional<FactSource> find(Jurisdiction jurisdiction, OrganisationId branch, UUID id);
}
