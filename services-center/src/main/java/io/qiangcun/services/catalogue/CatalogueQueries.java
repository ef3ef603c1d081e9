package io.qiangcun.services.catalogue;

import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;

/** Reads what the county keeps of its catalogue beside what holds: drafts and past editions. */
@Component
public class CatalogueQueries {

    private static final String MAY_READ = "hasAuthority('" + CatalogueAuthorities.READ + "')";

    private final CatalogueRows rows;
    private final CurrentAccount account;

    CatalogueQueries(CatalogueRows rows, CurrentAccount account) {
        this.rows = rows;
        this.account = account;
    }

    /** The newest first; drafts only for those who edit them. Empty if there is no such item. */
    @PreAuthorize(MAY_READ)
    public List<ServiceItem> editions(Jurisdiction jurisdiction, ServiceItemCode code) {
        var edits = edits(jurisdiction);
        return rows.editions(county(jurisdiction), code).stream()
                .filter(item -> item.state() != ItemState.DROPPED && (edits || item.state() != ItemState.DRAFT))
                .toList();
    }

    @PreAuthorize(MAY_READ)
    public List<ServiceItem> drafts(Jurisdiction jurisdiction) {
        return edits(jurisdiction) ? rows.drafts(county(jurisdiction)) : List.of();
    }

    public boolean edits(Jurisdiction jurisdiction) {
        return jurisdiction.level() == PlaceKind.COUNTY && account.may(CatalogueAuthorities.EDIT);
    }

    private static String county(Jurisdiction jurisdiction) {
        PlaceCode root = jurisdiction.root();
        return root.value().substring(0, Math.min(root.value().length(), PlaceKind.COUNTY.digits()));
    }
}
