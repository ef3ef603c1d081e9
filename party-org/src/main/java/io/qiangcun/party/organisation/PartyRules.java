package io.qiangcun.party.organisation;

import io.qiangcun.core.warning.Finding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the dated numbers that regulations set for Party organisations, with the text that sets them. */
@Service
@Transactional(readOnly = true)
public class PartyRules {

    private final JdbcClient database;

    PartyRules(JdbcClient database) {
        this.database = database;
    }

    /** The rule in force on the day. */
    public PartyRule rule(String code, LocalDate on) {
        return ifSet(code, on).orElseThrow(() -> new IllegalStateException("No rule " + code + " on " + on));
    }

    /** The rule in force on the day, where there is one. */
    public Optional<PartyRule> ifSet(String code, LocalDate on) {
        return database.sql("""
                select amount, basis_kind, basis_source, basis_article, basis_text from party_rule
                where code = :code and valid_from <= :on and (valid_to is null or valid_to > :on)
                """)
                .param("code", code)
                .param("on", on)
                .query(PartyRule.class)
                .optional();
    }

    /** A number and who set it. */
    public record PartyRule(
            BigDecimal amount, String basisKind, String basisSource, String basisArticle, String basisText) {

        public int wholeNumber() {
            return amount.intValueExact();
        }

        public Finding.Basis basis() {
            return new Finding.Basis(basisKind, basisSource, basisArticle, basisText);
        }
    }
}
