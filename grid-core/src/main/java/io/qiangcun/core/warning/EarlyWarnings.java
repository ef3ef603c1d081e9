package io.qiangcun.core.warning;

import io.qiangcun.core.place.ScopedReads;
import org.springframework.data.repository.Repository;

interface EarlyWarnings extends Repository<EarlyWarning, WarningId>, ScopedReads<EarlyWarning, WarningId> {

    EarlyWarning save(EarlyWarning warning);
}
