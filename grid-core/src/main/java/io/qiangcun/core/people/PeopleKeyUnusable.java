package io.qiangcun.core.people;

/** There is no key for the encrypted fields, or not the one they were encrypted under. The application does not start. */
class PeopleKeyUnusable extends RuntimeException {

    PeopleKeyUnusable(String message) {
        super(message);
    }

    PeopleKeyUnusable(String message, Throwable cause) {
        super(message, cause);
    }
}
