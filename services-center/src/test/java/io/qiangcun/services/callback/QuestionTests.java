package io.qiangcun.services.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.services.callback.Question.Kind;
import org.junit.jupiter.api.Test;

class QuestionTests {

    private final Question solved = new Question("SOLVED", Kind.YES_NO, "Solved?", "NO", "SOLVED", "DESK");
    private final Question grade = new Question("GRADE", Kind.SCALE, "How well?", null, null, null);
    private final Question words = new Question("WORDS", Kind.WORDS, "What else?", null, null, null);

    @Test
    void findsWhatContradictsTheRecordOnly() {
        assertThat(solved.finds("NO", "SOLVED")).isTrue();
        assertThat(solved.finds("YES", "SOLVED")).isFalse();
        assertThat(solved.finds("NO", "EXPLAINED")).isFalse();
        assertThat(solved.finds("NO", null)).isFalse();
        assertThat(grade.finds("1", "SOLVED")).isFalse();
    }

    @Test
    void takesWhatMayBeChosen() {
        assertThat(solved.takes("NO")).isTrue();
        assertThat(solved.takes("")).isFalse();
        assertThat(grade.takes("5")).isTrue();
        assertThat(grade.takes("6")).isFalse();
        assertThat(words.takes("")).isTrue();
        assertThat(words.takes("x".repeat(501))).isFalse();
    }
}
