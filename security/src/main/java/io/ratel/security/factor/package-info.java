/**
 * The second thing that proves who somebody is: codes of an authenticator app (TOTP, RFC 6238) and
 * recovery codes for the day it is lost. {@link io.ratel.security.factor.SecondFactors} is the way
 * in: it makes secrets, keeps them sealed, and counts attempts. {@link
 * io.ratel.security.factor.Challenges} are the questions that a sign-in has open: each is random,
 * short-lived and answered once, on any node.
 */
@NullMarked
package io.ratel.security.factor;

import org.jspecify.annotations.NullMarked;
