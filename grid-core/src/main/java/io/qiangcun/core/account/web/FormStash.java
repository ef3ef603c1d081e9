package io.qiangcun.core.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Keeps forms that came in after their session was over until their author has signed in again. Bounded as a whole,
 * because nobody is signed in when a form is put here; the oldest go first.
 */
@Component
class FormStash {

    static final int LARGEST_FORM = 200 * 1024;
    private static final int LARGEST_STASH = 20 * 1024 * 1024;
    private static final Duration LIFE = Duration.ofHours(12);
    private static final String TICKET = FormStash.class.getName() + ".ticket";

    private final Map<UUID, StashedForm> forms = new LinkedHashMap<>();
    private final Clock clock;
    private int size;

    FormStash(Clock clock) {
        this.clock = clock;
    }

    /** Puts the form of a POST aside, without passwords; forms that hold too much or nothing are not kept. */
    void put(HttpServletRequest request, String login) {
        var fields = fieldsOf(request);
        var form = new StashedForm(
                login,
                Addresses.pathAndQueryOf(request),
                Addresses.localPartOf(request, request.getHeader("Referer")),
                String.valueOf(request.getContentType()).startsWith("multipart/"),
                fields,
                clock.instant());
        var concernsPasswords = Addresses.pathOf(request).equals(PasswordChangeGate.PASSWORD_PAGE);
        if (!concernsPasswords && form.size() <= LARGEST_FORM) {
            var ticket = UUID.randomUUID();
            keep(ticket, form);
            request.getSession().setAttribute(TICKET, ticket);
        }
    }

    boolean holdsOneFor(HttpSession session) {
        return find(session).isPresent();
    }

    Optional<StashedForm> find(HttpSession session, String login) {
        return find(session).filter(form -> form.login().equals(login));
    }

    private synchronized Optional<StashedForm> find(HttpSession session) {
        return session.getAttribute(TICKET) instanceof UUID ticket
                ? Optional.ofNullable(forms.get(ticket))
                        .filter(form -> form.since().plus(LIFE).isAfter(clock.instant()))
                : Optional.empty();
    }

    private synchronized void keep(UUID ticket, StashedForm form) {
        forms.put(ticket, form);
        size += form.size();
        var oldest = forms.values().iterator();
        while (size > LARGEST_STASH) {
            size -= oldest.next().size();
            oldest.remove();
        }
    }

    private static List<Field> fieldsOf(HttpServletRequest request) {
        var fields = new ArrayList<Field>();
        request.getParameterMap().forEach((name, values) -> {
            if (isKept(name, request)) {
                for (var value : values) {
                    fields.add(new Field(name, value));
                }
            }
        });
        return fields;
    }

    private static boolean isKept(String name, HttpServletRequest request) {
        return !name.equals("_csrf")
                && !name.equals(ReviewAdvice.MARK)
                && !name.toLowerCase(Locale.ROOT).contains("password")
                && !isInQuery(name, request);
    }

    /** The address is kept as it is, with its query. */
    private static boolean isInQuery(String name, HttpServletRequest request) {
        var query = request.getQueryString();
        return query != null && ("&" + query).contains("&" + name + "=");
    }

    record Field(String name, String value) {}

    /**
     * @param from the page the form was on
     */
    record StashedForm(String login, String action, String from, boolean multipart, List<Field> fields, Instant since) {

        int size() {
            return action.length()
                    + fields.stream()
                            .mapToInt(field ->
                                    field.name().length() + field.value().length())
                            .sum();
        }
    }
}
