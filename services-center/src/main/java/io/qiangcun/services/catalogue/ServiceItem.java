package io.qiangcun.services.catalogue;

import io.qiangcun.core.place.PlaceKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One edition of an item, with all that its guide says.
 *
 * @param edition counts the editions of the county, or of what came with the application
 * @param own whether the county made this edition
 * @param acceptLevel where it is asked for
 * @param finishLevel where it is decided
 * @param publishedAt null if it came with the application or is not out yet
 * @param reason why the edition was made; empty if nobody said
 */
public record ServiceItem(
        ServiceItemId id,
        long version,
        ServiceItemCode code,
        int edition,
        boolean own,
        ItemState state,
        Category category,
        String name,
        PlaceKind acceptLevel,
        PlaceKind finishLevel,
        ItemLimit limit,
        Guide guide,
        List<Material> materials,
        @Nullable Instant publishedAt,
        String reason,
        String recordedByPerson) {

    /** The words of a guide; each is empty while nobody has written it. */
    public record Guide(
            String applicants, String address, String fee, String complaint, String steps, String alsoCalled) {

        public static final Guide EMPTY = new Guide("", "", "", "", "", "");
    }

    public ServiceItem {
        materials = List.copyOf(materials);
    }

    public ItemKind kind() {
        return code.kind();
    }

    /** Working days that the law allows. */
    public int legalDays() {
        return limit.legalDays();
    }

    /** Working days that are promised; 0 is done on the spot. */
    public int promisedDays() {
        return limit.promisedDays();
    }

    /** Whether it may be asked for. */
    public boolean isPublished() {
        return state == ItemState.PUBLISHED;
    }

    /** What has to be brought. */
    public List<Material> brought() {
        return materials.stream().filter(material -> !material.shared()).toList();
    }

    /** What nobody may be asked for. */
    public List<Material> shared() {
        return materials.stream().filter(Material::shared).toList();
    }

    /** Whether a place of a level takes requests for it: its own, and those of the levels below. */
    public boolean isOfferedAt(PlaceKind level) {
        return isPublished() && acceptLevel.compareTo(level) >= 0;
    }
}
