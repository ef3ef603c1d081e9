package io.qiangcun.core.procedure;

import io.qiangcun.core.place.ScopedReads;
import org.springframework.data.repository.Repository;

interface ProcedureCases extends Repository<ProcedureCase, CaseId>, ScopedReads<ProcedureCase, CaseId> {

    /** Before SQL reads it in the same transaction. */
    ProcedureCase saveAndFlush(ProcedureCase procedureCase);
}
