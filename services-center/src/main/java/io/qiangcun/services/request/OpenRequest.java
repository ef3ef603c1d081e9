package io.qiangcun.services.request;

import io.qiangcun.core.people.PhoneNumber;
import io.qiangcun.core.place.PlaceCode;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asks for something.
 *
 * @param id made when the form was rendered: sent twice, it is one request
 * @param place where he lives, or where it is about
 * @param item what he asks for, if it is on the list
 * @param priority old, disabled or otherwise first in line
 * @param agentName who asks on his behalf, with {@code agentBasis}: on which written authorisation
 * @param agentIsRecorder whether the account that writes it down is the agent's own
 */
public record OpenRequest(
        RequestId id,
        PlaceCode place,
        Purpose purpose,
        RequestChannel channel,
        @Nullable RequestItem item,
        String matter,
        boolean priority,
        String applicant,
        PhoneNumber phone,
        @Nullable String agentName,
        @Nullable String agentBasis,
        boolean agentIsRecorder) {

    /** The same, lying elsewhere. */
    OpenRequest at(PlaceCode other) {
        return new OpenRequest(
                id,
                other,
                purpose,
                channel,
                item,
                matter,
                priority,
                applicant,
                phone,
                agentName,
                agentBasis,
                agentIsRecorder);
    }

    public OpenRequest {
        if (matter.isBlank() || applicant.isBlank()) {
            throw new IllegalArgumentException("Somebody asks for something");
        }
        if ((channel == RequestChannel.AGENT) != (agentName != null) || (agentName == null) != (agentBasis == null)) {
            throw new IllegalArgumentException("An agent has a name and an authorisation");
        }
        if ((purpose == Purpose.APPLICATION) != (item != null)) {
            throw new IllegalArgumentException("One applies for what is on the list");
        }
    }
}
