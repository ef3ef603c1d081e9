package io.qiangcun.core.people;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.util.StringUtils;

/** The installation's key, and the keys for single purposes that follow from it. */
final class PeopleKey {

    private static final int BYTES = 32;
    private static final String HMAC = "HmacSHA256";

    private final SecretKeySpec master;

    private PeopleKey(byte[] key) {
        this.master = new SecretKeySpec(key, HMAC);
    }

    /** @param ownDatabase whether the database is the application's own, beside which a key may be made */
    static PeopleKey of(PeopleProperties properties, boolean ownDatabase) {
        if (StringUtils.hasText(properties.key())) {
            return read(properties.key(), "qiangcun.people.key");
        }
        if (!ownDatabase) {
            throw new PeopleKeyUnusable(
                    "qiangcun.people.key is not set, and the database is not the application's own");
        }
        return fromFile(properties.keyFile());
    }

    SecretKeySpec forPurpose(String purpose, String algorithm) {
        return new SecretKeySpec(hmac(master, purpose), algorithm);
    }

    static byte[] hmac(SecretKeySpec key, String text) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PeopleKey fromFile(Path file) {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return read(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new PeopleKeyUnusable("The key in " + file + " can be neither read nor made", e);
        }
    }

    private static void make(Path file) throws IOException {
        var key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        var directory = file.toAbsolutePath().getParent();
        if (directory != null) {
            Files.createDirectories(directory);
        }
        try {
            if (Files.getFileStore(directory == null ? Path.of(".") : directory).supportsFileAttributeView("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(file);
            }
            Files.writeString(file, Base64.getEncoder().encodeToString(key));
        } catch (FileAlreadyExistsException another) {
            // another start was faster; its key is the key
        }
    }

    private static PeopleKey read(String text, String where) {
        try {
            var key = Base64.getDecoder().decode(text.strip());
            if (key.length == BYTES) {
                return new PeopleKey(key);
            }
        } catch (IllegalArgumentException notBase64) {
            // said below
        }
        throw new PeopleKeyUnusable(where + " does not hold " + BYTES + " bytes in Base64");
    }
}
