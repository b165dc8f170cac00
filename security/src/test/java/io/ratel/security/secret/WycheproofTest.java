package io.ratel.security.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Project Wycheproof's vectors for 256-bit keys, 96-bit nonces and 128-bit tags (C2SP/wycheproof,
 * testvectors_v1/aes_gcm_test.json, Apache-2.0), numbered as there; all of that group but the nine
 * with the longest texts (110 to 115, 125 to 127). Good ones, tags of all ones and all zeros, and
 * tags that were changed.
 */
class WycheproofTest {
  private static final HexFormat HEX = HexFormat.of();

  private static byte[] run(int mode, String key, String iv, String aad, String input)
      throws GeneralSecurityException {
    MasterKey master = new MasterKey(1, new SecretKeySpec(HEX.parseHex(key), "AES"));
    Cipher cipher = SecretCipher.cipher(mode, master, HEX.parseHex(iv));
    cipher.updateAAD(HEX.parseHex(aad));
    return cipher.doFinal(HEX.parseHex(input));
  }

  @ParameterizedTest(name = "tcId {0}, {7}")
  @CsvFileSource(
      resources = "wycheproof-aes-gcm-256.csv",
      numLinesToSkip = 1,
      maxCharsPerColumn = 4_096,
      emptyValue = "",
      nullValues = "null")
  void aVectorIsOpenedOnlyWhenItIsValid(
      String id, String key, String iv, String aad, String text, String ct, String tag, String is)
      throws GeneralSecurityException {
    String associated = aad == null ? "" : aad;
    String plain = text == null ? "" : text;
    String sealed = (ct == null ? "" : ct) + tag;
    String made = HEX.formatHex(run(Cipher.ENCRYPT_MODE, key, iv, associated, plain));
    if (is.equals("valid")) {
      assertThat(made).isEqualTo(sealed);
      assertThat(HEX.formatHex(run(Cipher.DECRYPT_MODE, key, iv, associated, sealed)))
          .isEqualTo(plain);
    } else {
      assertThat(made).isNotEqualTo(sealed);
      assertThatThrownBy(() -> run(Cipher.DECRYPT_MODE, key, iv, associated, sealed))
          .isInstanceOf(AEADBadTagException.class);
    }
  }
}
