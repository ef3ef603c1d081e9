package io.qiangcun.party.activity;

import io.qiangcun.party.organisation.OrganisationId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Records what an organisation held.
 *
 * @param id made when the form was shown, so that a form sent twice makes one record
 * @param submit whether it counts at once, or stays a draft
 * @param makesUpFor the overdue duty it was held for, though on a later day
 */
public record RecordActivity(
        ActivityId id,
        OrganisationId organisation,
        ActivityContent content,
        boolean submit,
        @Nullable UUID makesUpFor) {}
