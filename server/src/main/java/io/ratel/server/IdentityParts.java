package io.ratel.server;

import io.ratel.adapters.postgres.Database;
import io.ratel.adapters.postgres.access.PostgresSpentTokens;
import io.ratel.adapters.postgres.identity.PostgresChallenges;
import io.ratel.adapters.postgres.identity.PostgresExternalAccounts;
import io.ratel.adapters.postgres.identity.PostgresFactors;
import io.ratel.adapters.postgres.identity.PostgresPasskeys;
import io.ratel.adapters.postgres.identity.PostgresSessions;
import io.ratel.adapters.postgres.identity.PostgresUserRegister;
import io.ratel.gateway.identity.IdentityPorts;
import io.ratel.gateway.identity.external.ExternalPorts;
import io.ratel.gateway.identity.user.UserPorts;
import io.ratel.security.external.OpenIdProvider;
import io.ratel.security.external.TelegramLogin;
import io.ratel.security.factor.SecondFactors;
import io.ratel.security.passkey.RelyingParty;
import io.ratel.security.secret.Secrets;
import io.ratel.server.config.Config;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * How people prove who they are, on the tables.
 *
 * @param publicUrl asked when somebody signs in, by when the doors are open
 */
record IdentityParts(
    Database tables, Secrets secrets, Supplier<URI> publicUrl, InstantSource clock) {
  private static final String CALLBACK = "/v1/sign-in/google/callback";

  IdentityPorts identity() {
    SecureRandom random = new SecureRandom();
    PostgresChallenges challenges = new PostgresChallenges(tables);
    return new IdentityPorts(
        new SecondFactors(new PostgresFactors(tables), secrets, clock, random),
        new RelyingParty(publicUrl, new PostgresPasskeys(tables), challenges, clock, random),
        challenges,
        new PostgresSessions(tables));
  }

  ExternalPorts external(Config.Security config) {
    return new ExternalPorts(
        new PostgresExternalAccounts(tables),
        config.google().map(this::google),
        config
            .telegramBotToken()
            .map(token -> StoredSecrets.value("security.telegram.botToken", token, secrets))
            .map(token -> new TelegramLogin(token, new PostgresSpentTokens(tables), clock)));
  }

  private OpenIdProvider google(Config.Google google) {
    String secret =
        StoredSecrets.value("security.google.clientSecret", google.clientSecret(), secrets);
    return new OpenIdProvider(
        new OpenIdProvider.Client(
            google.issuer(), google.clientId(), secret, () -> publicUrl.get().resolve(CALLBACK)),
        clock);
  }

  UserPorts users(Config.Security config) {
    PostgresUserRegister register = new PostgresUserRegister(tables);
    return new UserPorts(register, register::license, config.openRegistration());
  }
}
