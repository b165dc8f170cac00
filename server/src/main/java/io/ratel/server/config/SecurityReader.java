package io.ratel.server.config;

import io.ratel.security.secret.Owner;
import io.ratel.security.secret.Place;
import java.net.URI;
import java.util.Optional;

/** What is set about who may come in. */
final class SecurityReader {
  private static final String GOOGLE = "https://accounts.google.com";

  /** Whether people may join by themselves; by its name in lower case. */
  private enum Registration {
    CLOSED,
    OPEN
  }

  private final Settings settings;

  SecurityReader(Settings settings) {
    this.settings = settings;
  }

  Config.Security read() {
    Optional<URI> publicUrl =
        settings
            .optional("security.publicUrl")
            .flatMap(text -> settings.endpoint("security.publicUrl", text));
    boolean open =
        settings.choice("security.registration", Registration.CLOSED) == Registration.OPEN;
    Optional<String> telegram = settings.optional("security.telegram.botToken");
    telegram.ifPresent(this::requireStored);
    if (telegram.isPresent() && !telegram.get().matches("stored:.*|\\d{1,20}:\\S{1,128}")) {
      settings.fault("security.telegram.botToken must be ID:SECRET or stored:NAME");
    }
    return new Config.Security(publicUrl, open, google(), telegram);
  }

  private Optional<Config.Google> google() {
    Optional<String> id = settings.optional("security.google.clientId");
    Optional<String> secret = settings.optional("security.google.clientSecret");
    String issuer = settings.text("security.google.issuer", GOOGLE);
    if (id.isPresent() != secret.isPresent()) {
      settings.fault(
          "security.google.clientId and security.google.clientSecret must both be set, or neither");
    }
    secret.ifPresent(this::requireStored);
    Optional<URI> at = settings.endpoint("security.google.issuer", issuer);
    return id.isPresent() && secret.isPresent() && at.isPresent()
        ? Optional.of(new Config.Google(at.get(), id.get(), secret.get()))
        : Optional.empty();
  }

  /** A reference must be to a name that a secret can have. */
  private void requireStored(String value) {
    if (value.startsWith(Config.Operator.STORED)) {
      settings.build(
          () -> new Place(Owner.PLATFORM, value.substring(Config.Operator.STORED.length())));
    }
  }
}
