package io.ratel.gateway.venue.trust;

import io.ratel.gateway.access.CertificatePorts;
import io.ratel.gateway.venue.TestVenue;
import io.ratel.security.enrolment.RegistrationAuthority;
import io.ratel.security.pki.Authority;
import io.ratel.security.pki.RevocationList;
import io.ratel.security.revocation.RevocationStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The authority that a {@link TestVenue} holds; its keys are made once for all of them. */
public final class TestAuthority {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Path MADE = make();

  private TestAuthority() {}

  private static Path make() {
    try {
      Path folder = Files.createTempDirectory("ratel-authority");
      Authority.init(folder, RANDOM, () -> Instant.ofEpochSecond(1_700_000_000));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lists in memory. */
  private static final class Lists implements RevocationStore {
    private volatile Optional<String> newest = Optional.empty();

    @Override
    public void publish(RevocationList list) {
      newest = Optional.of(list.text());
    }

    @Override
    public Optional<String> newest() {
      return newest;
    }
  }

  public static CertificatePorts open(InstantSource clock) {
    try {
      Path folder = Files.createTempDirectory("ratel-authority");
      for (String file : List.of("root.pem", "fleet.pem", "guest.pem")) {
        Files.copy(MADE.resolve(file), folder.resolve(file));
      }
      Lists lists = new Lists();
      RegistrationAuthority authority =
          new RegistrationAuthority(
              Authority.open(folder, RANDOM, clock), folder, lists, RANDOM, clock);
      authority.publish();
      return new CertificatePorts(Optional.of(authority), lists::newest);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
