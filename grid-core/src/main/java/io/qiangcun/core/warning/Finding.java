package io.qiangcun.core.warning;

import io.qiangcun.core.place.PlaceCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * One subject that a rule found wanting, with the facts that prove it. Rule code and subject together identify a
 * warning: found again it is refreshed, no longer found it is cleared by the record itself.
 *
 * @param subject what the warning is about, unique within the rule: usually the id of a duty
 * @param place whose matter it is
 * @param title what is wrong, as data: arguments of the message {@code <rule>.finding}
 * @param dueOn the day the clock counts from; steps before it are reminders, steps after it escalate
 * @param basis the text that imposes the duty; shown with every warning
 * @param remedyHref where the holder can clear it with the fewest steps
 * @param facts label keys and values
 */
public record Finding(
        String subject,
        PlaceCode place,
        List<String> title,
        LocalDate dueOn,
        Basis basis,
        String remedyHref,
        List<Fact> facts) {

    public Finding {
        title = List.copyOf(title);
        facts = List.copyOf(facts);
    }

    /** A label (message key) and what was found. */
    public record Fact(String labelKey, String value) {}

    /** Kind is one of LAW, PARTY_REG, POLICY, LOCAL, DESIGN. */
    public record Basis(String kind, String source, String article, String text) {

        private static final Set<String> KINDS = Set.of("LAW", "PARTY_REG", "POLICY", "LOCAL", "DESIGN");

        public Basis {
            if (!KINDS.contains(kind)) {
                throw new IllegalArgumentException("No such kind of basis: " + kind);
            }
            source = source == null ? "" : source;
            article = article == null ? "" : article;
            text = text == null ? "" : text;
        }

        /** As the columns {@code basis_kind}, {@code _source}, {@code _article} and {@code _text} of a row have it. */
        public static Basis of(ResultSet rs) throws SQLException {
            return new Basis(
                    rs.getString("basis_kind"),
                    rs.getString("basis_source"),
                    rs.getString("basis_article"),
                    rs.getString("basis_text"));
        }

        /** Whether law or Party regulation demands it: then it may be made stricter, never looser. */
        public boolean isBinding() {
            return kind.equals("LAW") || kind.equals("PARTY_REG");
        }

        /** All of it in one line. */
        public String inWords() {
            return (source + article + " " + text).strip();
        }
    }
}
