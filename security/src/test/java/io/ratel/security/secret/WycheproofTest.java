package io.ratel.security.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A selection of Project Wycheproof's vectors for 256-bit keys and 96-bit nonces (C2SP/wycheproof,
 * testvectors_v1/aes_gcm_test.json, Apache-2.0), numbered as there: plain ones, tags of all ones
 * and all zeros, and tags of which one bit is another.
 */
class WycheproofTest {
  private static final HexFormat HEX = HexFormat.of();

  private static byte[] run(int mode, String key, String iv, String aad, byte[] input)
      throws GeneralSecurityException {
    MasterKey master = new MasterKey(1, new SecretKeySpec(HEX.parseHex(key), "AES"));
    Cipher cipher = SecretCipher.cipher(mode, master, HEX.parseHex(iv));
    cipher.updateAAD(HEX.parseHex(aad));
    return cipher.doFinal(input);
  }

  @ParameterizedTest(name = "tcId {0}")
  @CsvSource({
    "117,2ce6b4c15f85fb2da5cc6c269491eef281980309181249ebf2832bd6d0732d0b,"
        + "c064fae9173b173fd6f11f34,"
        + "498d3075b09fed998280583d61bb36b6ce41f130063b80824d1586e143d349b1"
        + "26b16aa10fe57343ed223d6364ee602257fe313a7fc9bf9088f027795b8dc1d3,"
        + "f8a27a4baf00dc0555d222f2fa4fb42dc666ea3c,"
        + "aed58d8a252f740dba4bf6d36773bd5b41234bba01f93d7456aa184ebb49bea472b6d65d",
    "118,52350da5a572911ee0e0fcedb115af6f4570fbf9c74a11bc184444d6a621d60f,"
        + "d68ad045c1b9c2923cf5404c,"
        + "03a94b3841292d9bbf72f413c09167c54ee10537c049afe2bbcec43b18f3890b"
        + "2fcdd3bb31e6d709274e199c0c4648eb3d8b38e0c1bf7f309443bef6937cde4123,"
        + "4e6e6dad2c16cfc6e7cac03636a4a6d88bd6a13e,"
        + "c7764411be13cfeaaece761bd3bb13552f088048bcc2544e79f34ea1076a12b76441d6fa",
    "128,00112233445566778899aabbccddeeff102132435465768798a9bacbdcedfe0f,"
        + "000000000000000000000000,'',561008fa07a68f5c61285cd013464eaf,"
        + "23293e9b07ca7d1b0cae7cc489a973b3ffffffffffffffffffffffffffffffff",
    "129,00112233445566778899aabbccddeeff102132435465768798a9bacbdcedfe0f,"
        + "ffffffffffffffffffffffff,'',c6152244cea1978d3e0bc274cf8c0b3b,"
        + "7cb6fc7c6abc009efe9551a99f36a42100000000000000000000000000000000",
  })
  void validVectorsAreSealedAndOpened(
      String id, String key, String iv, String aad, String text, String sealed)
      throws GeneralSecurityException {
    assertThat(HEX.formatHex(run(Cipher.ENCRYPT_MODE, key, iv, aad, HEX.parseHex(text))))
        .isEqualTo(sealed);
    assertThat(HEX.formatHex(run(Cipher.DECRYPT_MODE, key, iv, aad, HEX.parseHex(sealed))))
        .isEqualTo(text);
  }

  @ParameterizedTest(name = "tcId {0}")
  @CsvSource({
    "130,9de8fef6d8ab1bf1bf887232eab590dd",
    "131,9ee8fef6d8ab1bf1bf887232eab590dd",
    "132,1ce8fef6d8ab1bf1bf887232eab590dd",
    "133,9ce9fef6d8ab1bf1bf887232eab590dd",
    "134,9ce8fe76d8ab1bf1bf887232eab590dd",
    "135,9ce8fef6d9ab1bf1bf887232eab590dd",
    "136,9ce8fef6daab1bf1bf887232eab590dd",
  })
  void aTagWithAnotherBitIsRefused(String id, String tag) {
    String key = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
    byte[] sealed = HEX.parseHex("b2061457c0759fc1749f174ee1ccadfa" + tag);

    assertThatThrownBy(() -> run(Cipher.DECRYPT_MODE, key, "505152535455565758595a5b", "", sealed))
        .isInstanceOf(AEADBadTagException.class);
  }
}
