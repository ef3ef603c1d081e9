package io.qiangcun.services.request;

import io.qiangcun.services.catalogue.Catalogue;
import io.qiangcun.services.catalogue.ServiceItem;
import io.qiangcun.services.catalogue.ServiceItemCode;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the catalogue of the installation's county has published. */
@Component
class CatalogueItems implements RequestItems {

    private final Catalogue catalogue;

    CatalogueItems(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public Optional<RequestItem> find(String code) {
        return ServiceItemCode.fits(code)
                ? catalogue
                        .home()
                        .flatMap(county -> catalogue.item(county, ServiceItemCode.valueOf(code)))
                        .filter(ServiceItem::isPublished)
                        .map(CatalogueItems::of)
                : Optional.empty();
    }

    @Override
    public List<RequestItem> offered() {
        return catalogue.home().map(catalogue::published).orElse(List.of()).stream()
                .map(CatalogueItems::of)
                .toList();
    }

    private static RequestItem of(ServiceItem item) {
        return new RequestItem(
                item.code().toString(), item.edition(), item.name(), item.legalDays(), item.promisedDays());
    }
}
