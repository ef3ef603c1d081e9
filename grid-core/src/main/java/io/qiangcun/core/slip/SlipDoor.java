package io.qiangcun.core.slip;

import io.qiangcun.core.account.Scope;
import io.qiangcun.core.place.Jurisdiction;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Lets in who shows a valid code, for as long as one page takes, into the place of the slip and nowhere else. Wrong codes
 * are counted by address before they come here.
 */
@Component
public class SlipDoor {

    private final Slips slips;

    SlipDoor(Slips slips) {
        this.slips = slips;
    }

    /** What the page makes of the slip; nothing if there is no such slip, or not any more. */
    public <T> Optional<T> open(String kind, String typed, Function<OpenedSlip, T> page) {
        Optional<OpenedSlip> found;
        try (var anywhere = Scope.as(Jurisdiction.everywhere(), Jurisdiction.nowhere())) {
            found = slips.find(kind, typed);
        }
        return found.map(slip -> {
            try (var there = Scope.as(slip.jurisdiction())) {
                slips.noteOpening(slip, kind);
                return page.apply(slip);
            }
        });
    }
}
