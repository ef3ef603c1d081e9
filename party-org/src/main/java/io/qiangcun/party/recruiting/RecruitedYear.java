package io.qiangcun.party.recruiting;

/** Who was admitted in a year. */
public record RecruitedYear(int year, long people, long young, long women, long graduates) {

    private static final int PER_CENT = 100;

    /** In whole per cent. */
    public long youngShare() {
        return people == 0 ? 0 : Math.round(young * (double) PER_CENT / people);
    }
}
