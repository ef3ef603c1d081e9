package io.qiangcun.core.people;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts a field of a person with AES-GCM, bound to the field and the person, so that a value moved to another row
 * does not decrypt. For looking up equal values there is a keyed digest, which tells nothing without the key.
 */
final class PeopleCipher {

    private static final byte VERSION = 1;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int DIGEST = 16;

    private final SecretKeySpec encryption;
    private final SecretKeySpec lookup;
    private final SecureRandom random = new SecureRandom();

    PeopleCipher(PeopleKey key) {
        this.encryption = key.forPurpose("people.encryption.1", "AES");
        this.lookup = key.forPurpose("people.lookup.1", "HmacSHA256");
    }

    byte[] encrypt(SecretField field, PersonId person, String text) {
        return encrypt(bindingOf(field, person), text);
    }

    String decrypt(SecretField field, PersonId person, byte[] value) {
        return decrypt(bindingOf(field, person), value);
    }

    /** @param binding where the value belongs; anywhere else it does not decrypt */
    byte[] encrypt(String binding, String text) {
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        var secret = run(Cipher.ENCRYPT_MODE, nonce, binding, text.getBytes(StandardCharsets.UTF_8));
        var value = new byte[1 + NONCE + secret.length];
        value[0] = VERSION;
        System.arraycopy(nonce, 0, value, 1, NONCE);
        System.arraycopy(secret, 0, value, 1 + NONCE, secret.length);
        return value;
    }

    String decrypt(String binding, byte[] value) {
        if (value[0] != VERSION) {
            throw new IllegalStateException("Encrypted in a way unknown to this version: " + value[0]);
        }
        var nonce = Arrays.copyOfRange(value, 1, 1 + NONCE);
        var secret = Arrays.copyOfRange(value, 1 + NONCE, value.length);
        return new String(run(Cipher.DECRYPT_MODE, nonce, binding, secret), StandardCharsets.UTF_8);
    }

    /** The same for the same number, whoever has it; for exact search and for "the same person twice". */
    byte[] digest(IdentityNumber number) {
        return Arrays.copyOf(PeopleKey.hmac(lookup, SecretField.IDENTITY_NUMBER + ":" + number.value()), DIGEST);
    }

    /** Tells two keys apart without telling anything of either. */
    byte[] fingerprint() {
        return Arrays.copyOf(PeopleKey.hmac(lookup, "fingerprint"), DIGEST);
    }

    private static String bindingOf(SecretField field, PersonId person) {
        return "person." + field + ":" + person;
    }

    private byte[] run(int mode, byte[] nonce, String binding, byte[] input) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, encryption, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(binding.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The value does not belong to this person or record, field and key", e);
        }
    }
}
