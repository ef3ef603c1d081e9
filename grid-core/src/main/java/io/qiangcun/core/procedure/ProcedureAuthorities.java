package io.qiangcun.core.procedure;

/** What an account may do with procedures and their cases. */
public final class ProcedureAuthorities {

    public static final String READ = "core.procedure.read";

    /** Start cases and take the steps that are the account's own. */
    public static final String ACT = "core.procedure.act";

    /** Make a county's copy of a procedure. */
    public static final String EDIT = "core.procedure.edit";

    private ProcedureAuthorities() {}
}
