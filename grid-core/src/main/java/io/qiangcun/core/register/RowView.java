package io.qiangcun.core.register;

import io.qiangcun.core.account.Recorded;
import io.qiangcun.core.attachment.AttachmentView;
import io.qiangcun.core.place.PlaceNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row with all that belongs to it.
 *
 * @param path the place and those above it
 * @param children by register, in their order; those nobody has written yet with an empty list
 * @param people persons it names whom the reader may look up
 */
public record RowView(
        RowId id,
        long version,
        RegisterEdition edition,
        List<PlaceNode> path,
        String title,
        @Nullable ParentLine parent,
        Cells cells,
        LocalDate startsOn,
        @Nullable LocalDate untilOn,
        @Nullable LocalDate closedOn,
        String closingReason,
        RowState state,
        Recorded recorded,
        List<Change> history,
        Map<RegisterEdition, List<RowLine>> children,
        List<AttachmentView> files,
        List<String> people) {

    public RegisterDefinition definition() {
        return edition.definition();
    }

    public PlaceNode place() {
        return path.get(path.size() - 1);
    }

    /** The row it belongs to. */
    public record ParentLine(RowId id, String title, String registerTitle) {}

    /** One thing that was done about it. */
    public record Change(int number, String what, Cells cells, String reason, Recorded recorded) {}
}
