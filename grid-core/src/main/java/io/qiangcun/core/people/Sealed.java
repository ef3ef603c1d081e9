package io.qiangcun.core.people;

import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Encrypts what identifies a person in the records of modules, as {@link People} does its own: under the key of the
 * installation, bound to the record and the field, so that a value moved to another row does not decrypt.
 */
@Component
public class Sealed {

    private final PeopleCipher cipher;

    Sealed(PeopleCipher cipher) {
        this.cipher = cipher;
    }

    /** @param field of the kind of record, unique among all: {@code request-phone} */
    public byte[] seal(String field, UUID record, String text) {
        return cipher.encrypt(binding(field, record), text);
    }

    /** @throws IllegalStateException if the value was sealed for another record, field or key */
    public String open(String field, UUID record, byte[] value) {
        return cipher.decrypt(binding(field, record), value);
    }

    private static String binding(String field, UUID record) {
        return field + ":" + record;
    }
}
