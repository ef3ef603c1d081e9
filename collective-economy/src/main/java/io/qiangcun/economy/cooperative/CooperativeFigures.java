package io.qiangcun.economy.cooperative;

import io.qiangcun.core.place.Jurisdiction;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says at the head of the list of cooperatives what they bring; slices that know something of it contribute a bean. */
public interface CooperativeFigures {

    /**
     * @param value null where there is nothing to count by
     * @param decimals none for people and things, two for yuan
     * @param href the rows it is counted from
     */
    record Figure(String titleKey, @Nullable BigDecimal value, int decimals, String href) {}

    List<Figure> figures(Jurisdiction jurisdiction, LocalDate today);
}
