package io.ratel.security.pki;

import io.ratel.security.pki.CertificateMaker.Signer;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.security.auth.x500.X500Principal;

/** What a door shows before it has a certificate that somebody trusts. */
public final class SelfSigned {
  private static final Duration LIFETIME = Duration.ofDays(7);

  private SelfSigned() {}

  /**
   * @param hosts that it names
   */
  public static Identity of(List<String> hosts, SecureRandom random, InstantSource clock) {
    KeyPair keys = P384.generate(random);
    Subject subject =
        new Subject(CertificateKind.GATEWAY, "door", hosts.subList(0, Math.min(hosts.size(), 16)));
    Signer itself =
        new Signer(
            new X500Principal("CN=door,OU=gateway,O=Ratel"), keys.getPublic(), keys.getPrivate());
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    return new Identity(
        keys.getPrivate(),
        List.of(
            new CertificateMaker(random)
                .leaf(
                    itself, subject, keys.getPublic(), now.minusSeconds(60), now.plus(LIFETIME))));
  }
}
