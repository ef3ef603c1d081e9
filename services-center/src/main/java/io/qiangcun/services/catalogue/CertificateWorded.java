package io.qiangcun.services.catalogue;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A county said of a certificate that it is not issued and where to go instead, or that it is after all. */
public record CertificateWorded(String name, String instead, String withdrawnReason, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
