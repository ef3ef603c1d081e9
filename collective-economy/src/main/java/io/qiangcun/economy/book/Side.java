package io.qiangcun.economy.book;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** The two sides of double entry. */
public enum Side {
    DEBIT("D"),
    CREDIT("C");

    private final String code;

    Side(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public Side other() {
        return this == DEBIT ? CREDIT : DEBIT;
    }

    /** @throws IllegalArgumentException for anything but D and C */
    public static Side ofCode(String code) {
        return switch (code) {
            case "D" -> DEBIT;
            case "C" -> CREDIT;
            default -> throw new IllegalArgumentException("Neither debit nor credit: " + code);
        };
    }

    @Converter(autoApply = true)
    static class Codes implements AttributeConverter<Side, String> {

        @Override
        public String convertToDatabaseColumn(Side side) {
            return side.code;
        }

        @Override
        public Side convertToEntityAttribute(String code) {
            return ofCode(code);
        }
    }
}
