package io.ratel.security.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ratel.security.secret.SecretException.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
  private static final Place A = container("A", "venue/api-key");
  private static final Place B = container("B", "venue/api-key");

  @TempDir Path folder;
  private final KeptInMemory store = new KeptInMemory();
  private final SecureRandom random = new SecureRandom();
  private KeyFile keys;
  private Secrets secrets;

  @BeforeEach
  void open() {
    keys = KeyFile.loadOrCreate(folder.resolve("master-keys"), random);
    secrets = new Secrets(store, keys, random);
  }

  private static Place container(String id, String name) {
    return new Place(new Owner(Owner.Kind.CONTAINER, id), name);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private String read(Place place) {
    try (OpenedSecret opened = secrets.open(place)) {
      return new String(opened.bytes(), UTF_8);
    }
  }

  private void put(Place place, String value) {
    secrets.put(place, bytes(value));
  }

  private static void refused(Reason reason, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            SecretException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  /** Puts a row where another is, with its columns made to fit. */
  private void moved(SealedSecret row, Place to) {
    store.rows.put(
        to, new SealedSecret(to, row.version(), row.keyVersion(), row.nonce(), row.ciphertext()));
    store.newest.put(to, row.version());
  }

  private SealedSecret row(Place place) {
    return store.find(place).orElseThrow().row();
  }

  @Test
  void whatIsKeptIsReadAgainAndTheNewestCounts() {
    assertThat(secrets.put(A, bytes("first"))).isEqualTo(1);
    assertThat(secrets.put(A, bytes("second"))).isEqualTo(2);
    assertThat(read(A)).isEqualTo("second");
    assertThat(new String(row(A).ciphertext(), UTF_8)).doesNotContain("second");
    refused(Reason.UNKNOWN, () -> secrets.open(B));
  }

  @Test // A14
  void aSecretOfOneContainerDoesNotOpenAsAnothers() {
    put(A, "of A");
    put(B, "of B");
    moved(row(A), B);
    refused(Reason.NOT_AUTHENTIC, () -> secrets.open(B));
    assertThat(read(A)).isEqualTo("of A");
  }

  @Test // A14
  void aSecretDoesNotOpenUnderAnotherNameOrKindOfOwner() {
    put(A, "of A");
    Place renamed = container("A", "venue/other-key");
    moved(row(A), renamed);
    refused(Reason.NOT_AUTHENTIC, () -> secrets.open(renamed));
    Place user = new Place(new Owner(Owner.Kind.USER, "A"), A.name());
    moved(row(A), user);
    refused(Reason.NOT_AUTHENTIC, () -> secrets.open(user));
  }

  @Test // A15
  void aBorderBetweenOwnerAndNameThatMovesIsAnotherBinding() {
    Place one = container("a:b", "c");
    Place other = container("a", "b/c");
    assertThat(container("ab", "c").bindingTo(1, 1))
        .isNotEqualTo(container("a", "bc").bindingTo(1, 1));
    assertThat(Place.lengthPrefixed(bytes("a:b"), bytes("c")))
        .isNotEqualTo(Place.lengthPrefixed(bytes("a"), bytes("b:c")));
    put(one, "value");
    moved(row(one), other);
    refused(Reason.NOT_AUTHENTIC, () -> secrets.open(other));
  }

  @ParameterizedTest // A16
  @ValueSource(ints = {12, 4, 0})
  void aTagThatWasCutIsRefused(int tagBytes) {
    put(A, "value");
    SealedSecret row = row(A);
    byte[] cut =
        Arrays.copyOf(
            row.ciphertext(), row.ciphertext().length - SecretCipher.TAG_BYTES + tagBytes);
    store.rows.put(A, new SealedSecret(A, 1, row.keyVersion(), row.nonce(), cut));
    refused(Reason.NOT_AUTHENTIC, () -> secrets.open(A));
  }

  @ParameterizedTest // A16
  @ValueSource(ints = {0, 8, 11, 13, 16})
  void aNonceThatIsNotTwelveBytesIsRefused(int nonceBytes) {
    put(A, "value");
    SealedSecret row = row(A);
    byte[] nonce = Arrays.copyOf(row.nonce(), nonceBytes);
    store.rows.put(A, new SealedSecret(A, 1, row.keyVersion(), nonce, row.ciphertext()));
    refused(Reason.NOT_AUTHENTIC, () -> secrets.open(A));
  }

  @Test
  void everyBitOfARowCounts() {
    put(A, "value");
    SealedSecret row = row(A);
    for (int bit = 0; bit < row.ciphertext().length * Byte.SIZE; bit++) {
      byte[] flipped = row.ciphertext().clone();
      flipped[bit / Byte.SIZE] ^= (byte) (1 << (bit % Byte.SIZE));
      store.rows.put(A, new SealedSecret(A, 1, row.keyVersion(), row.nonce(), flipped));
      refused(Reason.NOT_AUTHENTIC, () -> secrets.open(A));
    }
  }

  /** The first 64 bits of every nonce are compared; by chance two agree in one run of 400,000. */
  @Test // A17; -Dratel.nonces=10000000 for all of them
  void noNonceIsUsedTwice() {
    int count = Integer.getInteger("ratel.nonces", 200_000);
    SecretCipher cipher = new SecretCipher(random);
    MasterKey key = keys.current();
    byte[] value = bytes("value");
    long[] seen = new long[count];
    for (int i = 0; i < count; i++) {
      seen[i] = ByteBuffer.wrap(cipher.seal(A, 1, key, value).nonce()).getLong();
    }
    Arrays.parallelSort(seen);
    assertThat(Arrays.stream(seen).distinct().count()).isEqualTo(count);
  }

  @Test // A17
  void aKeyThatHasSealedAsMuchAsOneMayIsRefusedUntilItIsRotated() {
    assertThat(Secrets.MAX_SEALINGS).isLessThan(1L << 32);
    secrets = new Secrets(store, keys, random, 3);
    put(A, "1");
    put(A, "2");
    put(A, "3");
    refused(Reason.KEY_WORN, () -> put(A, "4"));
    assertThat(read(A)).isEqualTo("3");
    keys.rotate();
    put(A, "4");
    assertThat(read(A)).isEqualTo("4");
  }

  @Test // A18
  void anOldRowPutBackOverANewOneIsRefused() {
    put(A, "old");
    SealedSecret old = row(A);
    put(A, "new");
    store.rows.put(A, old);
    refused(Reason.NOT_AUTHENTIC, () -> secrets.open(A));
    store.rows.put(A, new SealedSecret(A, 2, old.keyVersion(), old.nonce(), old.ciphertext()));
    refused(Reason.NOT_AUTHENTIC, () -> secrets.open(A)); // its version changed with it
  }

  @Test // A19
  void rewrappingLeavesValuesAndARetiredKeyOpensNothing() {
    put(A, "of A");
    put(B, "of B");
    SealedSecret underTheFirstKey = row(A);
    keys.rotate();
    assertThat(read(A)).isEqualTo("of A");
    assertThat(secrets.rewrap()).isEqualTo(2);
    assertThat(secrets.rewrap()).isZero();
    assertThat(row(A).version()).isEqualTo(1);
    assertThat(row(A).keyVersion()).isEqualTo(2);
    assertThat(row(A).nonce()).isNotEqualTo(underTheFirstKey.nonce());
    assertThat(keys.retireOlder()).isEqualTo(1);
    assertThat(read(A)).isEqualTo("of A");
    assertThat(read(B)).isEqualTo("of B");
    store.rows.put(A, underTheFirstKey);
    refused(Reason.NO_KEY, () -> secrets.open(A));
  }

  @Test
  void aKeyFileIsReadAgainWithEveryKeyItHolds() {
    put(A, "of A");
    keys.rotate();
    put(B, "of B");
    secrets =
        new Secrets(store, KeyFile.loadOrCreate(folder.resolve("master-keys"), random), random);
    assertThat(read(A)).isEqualTo("of A");
    assertThat(read(B)).isEqualTo("of B");
  }

  @Test
  void aKeyFileThatOthersMayReadIsRefused() throws IOException {
    Path file = folder.resolve("master-keys");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertThatThrownBy(() -> KeyFile.loadOrCreate(file, random))
        .isInstanceOf(SecretException.class)
        .hasMessageContaining("rw-r-----");
  }

  @Test
  void keysFromTheEnvironmentSealWithTheNewest() {
    String one = Base64.getEncoder().encodeToString(new byte[32]);
    secrets = new Secrets(store, new EnvironmentKeys("1:" + one + ", 7:" + one), random);
    put(A, "value");
    assertThat(row(A).keyVersion()).isEqualTo(7);
    assertThat(read(A)).isEqualTo("value");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "1:", "x:AAAA", "1:AAAA", "1:####", "0:AAAA"})
  void keysThatAreNoneAreRefusedAndNotShown(String value) {
    assertThatThrownBy(() -> new EnvironmentKeys(value))
        .isInstanceOf(SecretException.class)
        .hasMessageNotContaining("AAAA");
  }

  @Test
  void aClosedSecretIsWipedAndNothingShowsIt() {
    put(A, "value");
    OpenedSecret opened = secrets.open(A);
    byte[] bytes = opened.bytes();
    assertThat(opened.toString() + keys.current() + row(A))
        .doesNotContain("value")
        .contains("MasterKey[1]");
    opened.close();
    assertThat(bytes).containsOnly(0);
    assertThatThrownBy(opened::bytes).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aListNamesSecretsInOrderPageByPage() {
    put(B, "b");
    put(A, "a");
    assertThat(secrets.list(Optional.empty(), 1)).extracting(SealedSecret::place).containsOnly(A);
    assertThat(secrets.list(Optional.of(A), 9)).extracting(SealedSecret::place).containsOnly(B);
  }

  @Test
  void anOwnerIsReadAsItIsWritten() {
    for (String text : List.of("platform", "user:7", "container:a:b", "node:n1")) {
      assertThat(Owner.parse(text)).hasToString(text);
    }
    assertThatThrownBy(() -> Owner.parse("pool:7")).hasMessageContaining("was 'pool:7'");
    assertThatThrownBy(() -> Owner.parse("user:")).hasMessageContaining("1 to 128");
  }
}
