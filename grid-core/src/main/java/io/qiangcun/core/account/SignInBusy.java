package io.qiangcun.core.account;

import org.springframework.security.authentication.InternalAuthenticationServiceException;

/** More passwords wait to be checked than can be: come back in a moment. Shown as 503. */
public class SignInBusy extends InternalAuthenticationServiceException {

    SignInBusy() {
        super("Too many passwords to check at once");
    }
}
