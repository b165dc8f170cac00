package io.ratel.security.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ratel.security.secret.SecretException.Reason;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** A key management service, which wraps and unwraps and never shows its own key, in our port. */
class RemoteKeysTest {
  private static final Place PLACE = new Place(Owner.PLATFORM, "mail/password");

  private final SecureRandom random = new SecureRandom();
  private final Service service = new Service();
  private final Remote keys = new Remote();
  private final KeptInMemory store = new KeptInMemory();

  /** The other machine. */
  private final class Service {
    private final SecretKey own = new SecretKeySpec(random.generateSeed(32), "AES");
    boolean away;
    int asked;

    byte[] wrap(SecretKey key) throws GeneralSecurityException {
      Cipher cipher = Cipher.getInstance("AESWrap"); // RFC 3394
      cipher.init(Cipher.WRAP_MODE, own);
      return cipher.wrap(key);
    }

    SecretKey unwrap(byte[] wrapped) throws GeneralSecurityException {
      asked++;
      if (away) {
        throw new GeneralSecurityException("no answer");
      }
      Cipher cipher = Cipher.getInstance("AESWrap");
      cipher.init(Cipher.UNWRAP_MODE, own);
      return (SecretKey) cipher.unwrap(wrapped, "AES", Cipher.SECRET_KEY);
    }
  }

  /** Keeps wrapped keys alone, and what was unwrapped once for as long as the process lives. */
  private final class Remote implements KeyService {
    final TreeMap<Integer, byte[]> wrapped = new TreeMap<>();
    private final Map<Integer, MasterKey> opened = new ConcurrentHashMap<>();

    void rotate() throws GeneralSecurityException {
      byte[] fresh = random.generateSeed(MasterKey.BYTES);
      wrapped.put(wrapped.size() + 1, service.wrap(new SecretKeySpec(fresh, "AES")));
    }

    void forget() {
      opened.clear();
    }

    @Override
    public MasterKey current() {
      return version(wrapped.lastKey());
    }

    @Override
    public MasterKey version(int version) {
      return opened.computeIfAbsent(version, this::open);
    }

    private MasterKey open(int version) {
      byte[] key = wrapped.get(version);
      if (key == null) {
        throw new SecretException(Reason.NO_KEY, "master key " + version + " is retired");
      }
      try {
        return MasterKey.of(version, service.unwrap(key).getEncoded());
      } catch (GeneralSecurityException e) {
        throw new SecretException(
            Reason.NO_KEY, "master key " + version + " cannot be unwrapped: " + e.getMessage());
      }
    }
  }

  private String read(Secrets secrets) {
    try (OpenedSecret opened = secrets.open(PLACE)) {
      return new String(opened.bytes(), UTF_8);
    }
  }

  @Test
  void secretsAreSealedRotatedAndRewrappedWithKeysThatAServiceUnwraps() throws Exception {
    keys.rotate();
    Secrets secrets = new Secrets(store, keys, random);
    secrets.put(PLACE, "correct horse".getBytes(UTF_8));
    keys.rotate();
    assertThat(read(secrets)).isEqualTo("correct horse");
    assertThat(secrets.rewrap()).isEqualTo(1);
    keys.wrapped.remove(1);
    keys.forget();
    assertThat(read(new Secrets(store, keys, random))).isEqualTo("correct horse");
    assertThat(service.asked).as("each key once for each start").isEqualTo(3);
  }

  @Test
  void aServiceThatIsAwayIsAClearErrorAndLosesNothing() throws Exception {
    keys.rotate();
    Secrets secrets = new Secrets(store, keys, random);
    secrets.put(PLACE, "correct horse".getBytes(UTF_8));
    keys.forget();
    service.away = true;
    assertThatThrownBy(() -> read(secrets))
        .isInstanceOf(SecretException.class)
        .hasMessageContaining("cannot be unwrapped: no answer");
    service.away = false;
    assertThat(read(secrets)).isEqualTo("correct horse");
  }
}
