package io.ratel.security.token;

import io.ratel.security.digest.Sha256;
import io.ratel.security.pki.Pem;
import io.ratel.security.pki.PkiException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;

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
              factory.generatePrivate(new PKCS8EncodedKeySpec(der(text, source, "PRIVATE KEY"))),
          (ECPublicKey)
              factory.generatePublic(new X509EncodedKeySpec(der(text, source, "PUBLIC KEY"))));
    } catch (GeneralSecurityException | PkiException e) {
      throw new IOException(source + " does not hold a pair of P-256 keys in PEM form", e);
    }
  }

  /** Both keys in PEM form: a secret. */
  public String write() {
    return Pem.of(privateKey) + Pem.block("PUBLIC KEY", publicKey.getEncoded());
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

  private static String idOf(PublicKey key) {
    return Jose.encode(Sha256.of(key.getEncoded())).substring(0, 16);
  }

  private static byte[] der(String text, String source, String label) {
    return Pem.blocks(text, source).stream()
        .filter(block -> block.label().equals(label))
        .findFirst()
        .map(Pem.Block::der)
        .orElseThrow(() -> new PkiException("no block " + label));
  }

  /** Names the key and shows none of it. */
  @Override
  public String toString() {
    return "TokenKeys[" + id + "]";
  }
}
