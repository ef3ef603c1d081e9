package io.qiangcun.grid.network;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.testkit.SignedIn;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Grids where a test wants them. */
public final class GridFixtures {

    public static final LocalDate OPENED = LocalDate.of(2022, 3, 1);

    private GridFixtures() {}

    /** A grid of the village or a micro-grid of the grid, opened by the township. */
    public static PlaceCode gridIn(GridService grids, JdbcClient database, PlaceCode within, String name) {
        var township = new PlaceCode(within.value().substring(0, 9));
        try (var here = SignedIn.here(database, township, null)) {
            return grids.open(Jurisdiction.within(township), opening(within, name));
        }
    }

    public static OpenGrid opening(PlaceCode within, String name) {
        return new OpenGrid(
                within, null, name, new GridDetails(GridType.COMPREHENSIVE, 300, 900, null, null), OPENED, List.of());
    }
}
