package io.qiangcun.core.place;

import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.domain.Specification;

/**
 * The only way to read {@link PlaceBound} aggregates: every read names the jurisdiction it is made
 * for. What lies outside it does not exist.
 */
public interface ScopedReads<T extends PlaceBound, I> {

    Optional<T> findById(I id, Jurisdiction jurisdiction);

    Page<T> findAll(Jurisdiction jurisdiction, Specification<T> filter, Pageable page);

    long count(Jurisdiction jurisdiction);
}
