package io.ratel.gateway.identity;

import io.ratel.security.factor.Challenges;
import io.ratel.security.factor.SecondFactors;
import io.ratel.security.passkey.RelyingParty;
import io.ratel.security.session.Sessions;

/** What says who somebody is, besides a password. */
public record IdentityPorts(
    SecondFactors factors, RelyingParty passkeys, Challenges challenges, Sessions sessions) {}
