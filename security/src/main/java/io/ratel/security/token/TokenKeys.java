package io.ratel.security.token;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A P-256 key pair and its name.
 *
 * @param id the start of the public key's SHA-256, so that it is the same wherever the key is
 */
public record TokenKeys(String id, ECPrivateKey privateKey, ECPublicKey publicKey) {
  /** A fresh pair, kept nowhere. */
  public static TokenKeys generate() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair pair = generator.generateKeyPair();
      return of((ECPrivateKey) pair.getPrivate(), (ECPublicKey) pair.getPublic());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK cannot make P-256 keys", e);
    }
  }

  /**
   * Reads a pair from its text.
   *
   * @param source for messages
   * @throws IOException when it is no such pair
   */
  public static TokenKeys read(String text, String source) throws IOException {
    try {
      KeyFactory factory = KeyFactory.getInstance("EC");
      return of(
          (ECPrivateKey)
              factory.generatePrivate(new PKCS8EncodedKeySpec(block(text, "PRIVATE KEY"))),
          (ECPublicKey) factory.generatePublic(new X509EncodedKeySpec(block(text, "PUBLIC KEY"))));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IOException(source + " does not hold a pair of P-256 keys in PEM form", e);
    }
  }

  /** Both keys in PEM form: a secret. */
  public String write() {
    return pem("PRIVATE KEY", privateKey.getEncoded()) + pem("PUBLIC KEY", publicKey.getEncoded());
  }

  private static TokenKeys of(ECPrivateKey privateKey, ECPublicKey publicKey)
      throws GeneralSecurityException {
    requireP256(publicKey);
    return new TokenKeys(idOf(publicKey), privateKey, publicKey);
  }

  private static void requireP256(ECPublicKey key) throws GeneralSecurityException {
    if (key.getParams().getCurve().getField().getFieldSize() != 256) {
      throw new GeneralSecurityException("not a key of the curve P-256");
    }
  }

  private static String idOf(PublicKey key) throws GeneralSecurityException {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
    return Jose.encode(digest).substring(0, 16);
  }

  private static String pem(String label, byte[] der) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(label, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der), label);
  }

  private static byte[] block(String text, String label) {
    Matcher matcher =
        Pattern.compile("-----BEGIN " + label + "-----([A-Za-z0-9+/=\\s]+)-----END " + label)
            .matcher(text);
    if (!matcher.find()) {
      throw new IllegalArgumentException("no block " + label);
    }
    return Base64.getMimeDecoder().decode(matcher.group(1));
  }

  /** Names the key and shows none of it. */
  @Override
  public String toString() {
    return "TokenKeys[" + id + "]";
  }
}
