package io.qiangcun.core.register;

/**
 * That a row of a log is sent as a letter, which tells what another log of the same row says since the letter before.
 *
 * @param to the column of the row both logs belong to that says to whom
 * @param tells the register whose rows are told
 */
public record Letter(String title, String to, String tells) {

    public Letter {
        if (title == null || title.isBlank() || to == null || tells == null) {
            throw new IllegalArgumentException("A letter has a title, somebody it goes to and something to tell");
        }
    }
}
