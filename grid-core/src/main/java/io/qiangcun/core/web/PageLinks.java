package io.qiangcun.core.web;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Links from a list to its other pages and to its workbook; they keep the query. */
@Component("pageLinks")
public class PageLinks {

    private static final int NEIGHBOURS = 2;
    private static final int GAP = -1;

    PageLinks() {}

    /** @param page counted from zero */
    public String to(int page) {
        var here = ServletUriComponentsBuilder.fromCurrentRequest()
                .replaceQueryParam("page", page)
                .build();
        return here.getPath() + "?" + here.getQuery();
    }

    public String forDownload(String path) {
        var query = ServletUriComponentsBuilder.fromCurrentRequest()
                .replaceQueryParam("page")
                .build()
                .getQuery();
        var context =
                ServletUriComponentsBuilder.fromCurrentContextPath().build().getPath();
        return context + path + (query == null ? "" : "?" + query);
    }

    /** The first, the last and some pages around this one, with -1 where some are left out. */
    public List<Integer> around(int page, int pages) {
        var shown = new TreeSet<>(List.of(0, pages - 1));
        IntStream.rangeClosed(page - NEIGHBOURS, page + NEIGHBOURS)
                .filter(number -> number >= 0 && number < pages)
                .forEach(shown::add);
        return shown.stream()
                .flatMap(number -> number > 0 && !shown.contains(number - 1)
                        ? IntStream.of(GAP, number).boxed()
                        : IntStream.of(number).boxed())
                .toList();
    }
}
