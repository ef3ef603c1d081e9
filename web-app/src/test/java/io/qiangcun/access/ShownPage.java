package io.qiangcun.access;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** A page as a visitor gets it: where it leads and what can be sent from it. */
record ShownPage(String html) {

    private static final Pattern LINK = Pattern.compile("<a\\b[^>]*?\\shref=\"(/[^\"#]*)[^\"]*\"");
    private static final Pattern FORM = Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern HIDDEN = Pattern.compile("<input\\b[^>]*\\btype=\"hidden\"[^>]*>");
    private static final Pattern UNSAID = Pattern.compile("\\?\\?[^?<>]{1,2000}_zh_CN\\?\\?");
    private static final Pattern ATTRIBUTE = Pattern.compile("\\b([a-z]+)=\"([^\"]*)\"");

    /** Within the application. */
    List<String> links() {
        return LINK.matcher(html)
                .results()
                .map(link -> HtmlUtils.htmlUnescape(link.group(1)))
                .distinct()
                .toList();
    }

    /** Keys of messages that do not exist. */
    List<String> unsaid() {
        return UNSAID.matcher(html).results().map(MatchResult::group).distinct().toList();
    }

    List<SentForm> forms() {
        return FORM.matcher(html)
                .results()
                .filter(form -> "post".equals(attributes(form.group(1)).get("method")))
                .map(form -> new SentForm(attributes(form.group(1)).getOrDefault("action", ""), hidden(form.group(2))))
                .distinct()
                .toList();
    }

    boolean offers(SentForm form) {
        return forms().stream().anyMatch(shown -> shown.action().equals(form.action()));
    }

    private static Map<String, String> hidden(String form) {
        var values = new LinkedHashMap<String, String>();
        HIDDEN.matcher(form).results().map(input -> attributes(input.group())).forEach(input -> {
            if (input.containsKey("name") && !"_csrf".equals(input.get("name"))) {
                values.put(String.valueOf(input.get("name")), input.getOrDefault("value", ""));
            }
        });
        return values;
    }

    private static Map<String, String> attributes(String tag) {
        var values = new LinkedHashMap<String, String>();
        ATTRIBUTE
                .matcher(tag)
                .results()
                .forEach(attribute -> values.put(attribute.group(1), HtmlUtils.htmlUnescape(attribute.group(2))));
        return values;
    }

    /** What a form sends when nobody has filled in anything. */
    record SentForm(String action, Map<String, String> values) {}
}
