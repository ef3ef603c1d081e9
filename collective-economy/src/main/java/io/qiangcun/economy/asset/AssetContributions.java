package io.qiangcun.economy.asset;

import io.qiangcun.core.metric.MetricDefinition;
import io.qiangcun.core.metric.MetricDefinition.Better;
import io.qiangcun.core.metric.MetricSource;
import io.qiangcun.core.metric.MetricUnit;
import io.qiangcun.core.module.NavigationEntry;
import io.qiangcun.economy.EconomyAuthorities;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What cards of assets give to the engines. */
@Configuration(proxyBeanMethods = false)
class AssetContributions {

    @Bean
    NavigationEntry assetNavigation() {
        return new NavigationEntry("economy.asset.list.title", "/economy/assets", 420, EconomyAuthorities.READ_ASSETS);
    }

    @Bean
    MetricSource assetMetrics() {
        return () -> List.of(
                MetricDefinition.sum("economy.assets", MetricUnit.ITEMS, Better.NEUTRAL, rows("true"))
                        .knownForCertain(),
                MetricDefinition.sum("economy.assets-idle", MetricUnit.ITEMS, Better.LESS, rows("a.standing = 'IDLE'"))
                        .knownForCertain());
    }

    private static String rows(String which) {
        return """
                select a.place_code, a.acquired_on as day, 1::numeric as amount, a.name as label,
                  '/economy/assets/' || a.asset_id as href
                from economy_asset a
                where a.place_code >= :lo and a.place_code < :hi and a.acquired_on < :until
                  and (a.disposed_on is null or a.disposed_on >= :until) and %s
                """.formatted(which);
    }
}
