package io.qiangcun.grid.network.web;

import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.grid.network.StaffFilter;
import io.qiangcun.grid.network.Vetting;
import io.qiangcun.grid.network.WorkerPost;
import org.jspecify.annotations.Nullable;

/** What the list of those who work in grids is asked for. */
record StaffListFilter(
        @Nullable PlaceCode within,
        @Nullable WorkerPost post,
        @Nullable Vetting vetting,
        @Nullable String text) {

    StaffFilter toFilter() {
        return new StaffFilter(within, post, vetting, text == null || text.isBlank() ? null : text.strip());
    }

    public boolean isAsking() {
        return within != null || post != null || vetting != null || text != null && !text.isBlank();
    }
}
