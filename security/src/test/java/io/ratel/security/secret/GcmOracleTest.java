package io.ratel.security.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Random;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.junit.jupiter.api.Test;

/** What we seal, opened by another implementation of the same standard. */
class GcmOracleTest {
  private static final Place PLACE = new Place(new Owner(Owner.Kind.NODE, "n"), "key");

  @Test
  void anotherImplementationOpensWhatWasSealed() throws InvalidCipherTextException {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    SecretCipher cipher = new SecretCipher(new java.security.SecureRandom());
    for (int round = 0; round < 500; round++) {
      byte[] key = new byte[32];
      random.nextBytes(key);
      byte[] value = new byte[1 + random.nextInt(2_000)];
      random.nextBytes(value);
      SealedSecret row =
          cipher.seal(PLACE, round + 1, new MasterKey(3, new SecretKeySpec(key, "AES")), value);
      GCMModeCipher other = GCMBlockCipher.newInstance(AESEngine.newInstance());
      other.init(
          false,
          new AEADParameters(
              new KeyParameter(key), 128, row.nonce(), PLACE.bindingTo(round + 1, 3)));
      byte[] opened = new byte[other.getOutputSize(row.ciphertext().length)];
      int length = other.processBytes(row.ciphertext(), 0, row.ciphertext().length, opened, 0);
      length += other.doFinal(opened, length);
      assertThat(length).as("seed %s", seed).isEqualTo(value.length);
      assertThat(opened).as("seed %s", seed).isEqualTo(value);
    }
  }

  @Test
  void theBindingIsTheBytesThatOthersWouldWrite() {
    assertThat(HexFormat.of().formatHex(PLACE.bindingTo(1, 2)))
        .isEqualTo(
            "00000004"
                + "4e4f4445" // NODE
                + "00000001"
                + "6e" // n
                + "00000003"
                + "6b6579" // key
                + "00000008"
                + "0000000000000001"
                + "00000004"
                + "00000002");
  }
}
