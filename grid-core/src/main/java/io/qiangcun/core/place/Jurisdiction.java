package io.qiangcun.core.place;

/**
 * The part of the place tree an account may see, as one range of place codes: a place with all that lies in it,
 * nothing, or (for jobs only) everything. Every read and write takes it as a parameter.
 *
 * @param lo the first code inside
 * @param hi just past the last code inside
 */
public record Jurisdiction(String lo, String hi) {

    private static final Jurisdiction NOWHERE = new Jurisdiction("~", "");
    private static final Jurisdiction EVERYWHERE = new Jurisdiction("0", ":");

    public static Jurisdiction within(PlaceCode root) {
        return new Jurisdiction(root.lo(), root.hi());
    }

    /** Starts after every code and ends before every code. */
    public static Jurisdiction nowhere() {
        return NOWHERE;
    }

    /** All places of the installation; for jobs and the operator's commands, never for an account. */
    public static Jurisdiction everywhere() {
        return EVERYWHERE;
    }

    public boolean covers(PlaceCode place) {
        return place.value().compareTo(lo) >= 0 && place.value().compareTo(hi) < 0;
    }

    /** The place it is the jurisdiction of. */
    public PlaceCode root() {
        if (equals(NOWHERE) || equals(EVERYWHERE)) {
            throw new IllegalStateException("No single place is the root of " + this);
        }
        return new PlaceCode(lo);
    }

    /** The part of it that lies in the place; nowhere if the place lies outside. */
    public Jurisdiction narrowedTo(PlaceCode place) {
        return covers(place) ? within(place) : NOWHERE;
    }

    public PlaceKind level() {
        return root().kind();
    }
}
