package io.qiangcun.services.answer;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What is answered to a question that many have, as it stands in the register {@code services.answer}.
 *
 * @param answerId the row of the register
 * @param item the code of the service it is about, or empty
 * @param source where it is said: a law, a list, a notice
 * @param since from when on it holds
 * @param used how many requests were answered with it
 */
public record StandardAnswer(
        UUID answerId, String question, String answer, String item, String source, LocalDate since, long used) {}
