package io.ratel.adapters.acme;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.security.pki.Authority;
import io.ratel.security.pki.CertificateKind;
import io.ratel.security.pki.Subject;
import io.ratel.security.secret.KeyFile;
import io.ratel.security.secret.Owner;
import io.ratel.security.secret.Place;
import io.ratel.security.secret.SealedSecret;
import io.ratel.security.secret.SecretStore;
import io.ratel.security.secret.Secrets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A public door's certificate through months that the test lets pass. */
class AcmeCertificateTest {
  private static final Duration LIFE = Duration.ofDays(90);

  @TempDir Path folder;
  private final SecureRandom random = new SecureRandom();
  private final AtomicReference<AcmeCertificate> open = new AtomicReference<>();
  private final InMemory store = new InMemory();
  private Instant now = Instant.now();
  private Secrets secrets;
  private TestDoor door;
  private LocalAcme authority;

  /** Rows by place; each put is the next version. */
  private static final class InMemory implements SecretStore {
    final Map<Place, SealedSecret> rows = new ConcurrentHashMap<>();

    @Override
    public Optional<Found> find(Place place) {
      return Optional.ofNullable(rows.get(place)).map(row -> new Found(row, row.version()));
    }

    @Override
    public long newest(Place place) {
      return find(place).map(Found::newest).orElse(0L);
    }

    @Override
    public List<SealedSecret> list(Optional<Place> after, int limit) {
      return List.copyOf(rows.values());
    }

    @Override
    public boolean put(SealedSecret row) {
      rows.put(row.place(), row);
      return true;
    }

    @Override
    public boolean rewrap(SealedSecret row, int formerKeyVersion) {
      return put(row);
    }

    @Override
    public void delete(Place place) {
      rows.remove(place);
    }

    @Override
    public long countSealing(int keyVersion) {
      return rows.size();
    }
  }

  @BeforeEach
  void anAuthorityAndADoor() {
    secrets =
        new Secrets(store, KeyFile.loadOrCreate(folder.resolve("master-keys"), random), random);
    Authority issuer = Authority.init(folder.resolve("ca"), random, () -> now);
    door = new TestDoor(token -> open.get().challenge(token));
    authority =
        new LocalAcme(
            (domains, key) ->
                issuer.issue(
                    new Subject(CertificateKind.GATEWAY, "public", domains),
                    key,
                    Optional.of(LIFE)),
            door.address());
  }

  @AfterEach
  void close() {
    authority.close();
    door.close();
  }

  private AcmeCertificate start(String... domains) {
    AcmeCertificate started =
        new AcmeCertificate(
            authority.directory(), Optional.empty(), List.of(domains), secrets, random, () -> now);
    open.set(started);
    return started;
  }

  private static String serial(AcmeCertificate of) {
    return Authority.serial(of.certificate().get().certificate());
  }

  @Test
  void theDoorShowsItsOwnCertificateUntilTheFirstOneComesAndThatIsKept() {
    AcmeCertificate first = start("a.example");
    String own = serial(first);
    first.tick();
    String issued = serial(first);
    assertThat(issued).isNotEqualTo(own);
    assertThat(authority.issued).isEqualTo(1);

    AcmeCertificate again = start("a.example");
    assertThat(serial(again)).as("after a restart").isEqualTo(issued);
    again.tick();
    assertThat(authority.issued).isEqualTo(1);
    assertThat(store.rows).containsKey(new Place(Owner.PLATFORM, "acme/certificate"));

    AcmeCertificate more = start("a.example", "b.example");
    more.tick();
    assertThat(authority.issued).as("another domain takes another certificate").isEqualTo(2);
    assertThat(authority.accountsMade).isEqualTo(1);
  }

  @Test
  void itIsRenewedWhenTwoThirdsOfItsLifeAreOver() {
    AcmeCertificate kept = start("a.example");
    kept.tick();
    String first = serial(kept);
    now = now.plus(Duration.ofDays(59));
    kept.tick();
    assertThat(serial(kept)).isEqualTo(first);
    now = now.plus(Duration.ofDays(2));
    kept.tick();
    assertThat(serial(kept)).isNotEqualTo(first);
  }

  @Test
  void theOldOneStaysWhenTheAuthorityRefusesAndItIsNotAskedAllTheTime() {
    AcmeCertificate kept = start("a.example");
    kept.tick();
    String first = serial(kept);
    now = now.plus(Duration.ofDays(61));
    authority.limited = true;
    int before = authority.orders;
    kept.tick();
    kept.tick();
    now = now.plusSeconds(30);
    kept.tick();
    assertThat(serial(kept)).isEqualTo(first);
    assertThat(authority.orders).isEqualTo(before + 1);
    authority.limited = false;
    now = now.plusSeconds(60);
    kept.tick();
    assertThat(serial(kept)).isNotEqualTo(first);
  }
}
