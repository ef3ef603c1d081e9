package io.qiangcun.services.catalogue;

/**
 * Something that belongs to an application.
 *
 * @param required false where it is only needed in some cases
 * @param promise may be promised first and brought later
 * @param shared the offices have it already; nobody may be asked for it
 *     (State Council, provisions on online government services, article 7)
 * @param copies 0 to 99; 0 where only the original is shown
 * @param source who issues it; empty if the applicant does
 */
public record Material(String name, boolean required, boolean promise, boolean shared, int copies, String source) {

    public static final int MOST_COPIES = 99;

    public Material {
        name = name.strip();
        source = source.strip();
        if (name.isEmpty() || copies < 0 || copies > MOST_COPIES || shared && required) {
            throw new IllegalArgumentException("Not a material: " + name);
        }
    }

    /** Whether somebody has to bring it at once, as far as is known beforehand. */
    public boolean isBrought() {
        return required && !shared;
    }
}
