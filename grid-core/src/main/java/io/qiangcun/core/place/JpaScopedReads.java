package io.qiangcun.core.place;

import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.data.jpa.repository.support.SimpleJpaRepository;
import org.springframework.data.repository.core.RepositoryMethodContext;
import org.springframework.data.repository.core.support.RepositoryMetadataAccess;

/** Registered for every repository that extends {@link ScopedReads}, in {@code META-INF/spring.factories}. */
class JpaScopedReads<T extends PlaceBound, I> implements ScopedReads<T, I>, RepositoryMetadataAccess {

    private final EntityManager entityManager;

    JpaScopedReads(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    @Override
    public Optional<T> findById(I id, Jurisdiction jurisdiction) {
        return reads().findOne(
                        JpaScopedReads.<T>inside(jurisdiction).and((root, query, cb) -> cb.equal(root.get("id"), id)));
    }

    @Override
    public Page<T> findAll(Jurisdiction jurisdiction, Specification<T> filter, Pageable page) {
        return reads().findAll(JpaScopedReads.<T>inside(jurisdiction).and(filter), page);
    }

    @Override
    public long count(Jurisdiction jurisdiction) {
        return reads().count(JpaScopedReads.<T>inside(jurisdiction));
    }

    @SuppressWarnings("unchecked")
    private SimpleJpaRepository<T, I> reads() {
        var domainType =
                (Class<T>) RepositoryMethodContext.getContext().getMetadata().getDomainType();
        return new SimpleJpaRepository<>(domainType, entityManager);
    }

    private static <T> Specification<T> inside(Jurisdiction jurisdiction) {
        return (root, query, cb) -> {
            var code = root.get("place").<String>get("value");
            return cb.and(cb.greaterThanOrEqualTo(code, jurisdiction.lo()), cb.lessThan(code, jurisdiction.hi()));
        };
    }
}
