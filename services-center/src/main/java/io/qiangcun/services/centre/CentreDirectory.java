package io.qiangcun.services.centre;

import io.qiangcun.core.account.Scope;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks centres up for other slices. A village is told of the centres above it, whose rows it may not read. */
@Component
class CentreDirectory implements Centres {

    private final JdbcClient database;
    private final TransactionTemplate reading;
    private final TransactionTemplate apart;

    CentreDirectory(JdbcClient database, PlatformTransactionManager transactions) {
        this.database = database;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        // a transaction keeps the scope that it began with
        this.apart = new TransactionTemplate(transactions);
        this.apart.setReadOnly(true);
        this.apart.setPropagationBehavior(Propagation.REQUIRES_NEW.value());
    }

    @Override
    public List<CentreView> of(Jurisdiction jurisdiction, PlaceCode place) {
        return Optional.ofNullable(reading.execute(status -> rows(jurisdiction, """
                                 and c.state = 'IN_USE' and c.place_code = :place order by c.kind, c.name
                                """)
                        .param("place", place.value())
                        .query(CentreView.class)
                        .list()))
                .orElse(List.of());
    }

    @Override
    public Optional<CentreView> serving(PlaceCode place) {
        var county = Jurisdiction.within(place.county());
        var chain = Stream.iterate(Optional.of(place), Optional::isPresent, at -> at.flatMap(PlaceCode::parent))
                .flatMap(Optional::stream)
                .filter(at -> at.kind().digits() >= PlaceKind.COUNTY.digits())
                .map(PlaceCode::value)
                .toList();
        try (var anybody = Scope.as(county, Jurisdiction.nowhere())) {
            return Optional.ofNullable(apart.execute(status -> rows(county, """
                                     and c.state = 'IN_USE' and c.kind = 'CENTRE' and c.place_code in (:chain)
                                    order by length(c.place_code) desc limit 1
                                    """)
                            .param("chain", chain)
                            .query(CentreView.class)
                            .optional()))
                    .flatMap(found -> found);
        }
    }

    @Override
    public List<CentreView> inUse() {
        try (var anybody = Scope.as(Jurisdiction.everywhere(), Jurisdiction.nowhere())) {
            return Optional.ofNullable(apart.execute(status -> rows(Jurisdiction.everywhere(), """
                             and c.state = 'IN_USE' and c.kind = 'CENTRE' order by c.place_code
                            """)
                            .query(CentreView.class)
                            .list()))
                    .orElse(List.of());
        }
    }

    private JdbcClient.StatementSpec rows(Jurisdiction jurisdiction, String and) {
        return database.sql(CentreQueries.ROWS + and)
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi());
    }
}
