package io.qiangcun.core.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class MetricValueTests {

    @Test
    void equalNumbersAreEqualHoweverTheyAreWritten() {
        assertThat(new MetricValue(MetricValue.State.NUMBER, new BigDecimal("200")))
                .isEqualTo(MetricValue.of(new BigDecimal("200.0")))
                .isEqualTo(MetricValue.of(new BigDecimal("2E+2")));
    }

    @Test
    void onlyANumberHasANumber() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MetricValue(MetricValue.State.UNKNOWN, BigDecimal.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> new MetricValue(MetricValue.State.NUMBER, null));
    }
}
