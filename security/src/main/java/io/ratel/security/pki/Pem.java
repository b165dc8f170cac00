package io.ratel.security.pki;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Certificates and keys as text (RFC 7468). */
public final class Pem {
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]{1,40})-----([A-Za-z0-9+/=\\s]*)-----END \\1-----");

  private Pem() {}

  public static String of(PrivateKey key) {
    return block("PRIVATE KEY", key.getEncoded());
  }

  public static String of(List<X509Certificate> chain) {
    StringBuilder text = new StringBuilder();
    try {
      for (X509Certificate certificate : chain) {
        text.append(block("CERTIFICATE", certificate.getEncoded()));
      }
    } catch (CertificateException e) {
      throw new IllegalStateException("a certificate has no encoding", e);
    }
    return text.toString();
  }

  /**
   * What a text holds, in its order.
   *
   * @throws PkiException when a block is not Base64
   */
  public static List<Block> blocks(String text, String source) {
    List<Block> blocks = new ArrayList<>();
    try {
      for (Matcher block = BLOCK.matcher(text); block.find(); ) {
        blocks.add(new Block(block.group(1), Base64.getMimeDecoder().decode(block.group(2))));
      }
    } catch (IllegalArgumentException e) {
      throw new PkiException(source + " is not in PEM form", e);
    }
    return blocks;
  }

  /** One label and what is between its lines. */
  @SuppressWarnings("ArrayRecordComponent") // blocks are compared by nobody
  public record Block(String label, byte[] der) {}

  /** One block of a text. */
  public static String block(String label, byte[] der) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(label, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der), label);
  }

  /** Reads one certificate in DER. */
  public static X509Certificate certificate(byte[] der) throws CertificateException {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
  }

  /**
   * Reads certificates, keys beside them left out.
   *
   * @param source for messages
   * @throws PkiException when there is none, or one cannot be read
   */
  public static List<X509Certificate> certificates(String text, String source) {
    List<X509Certificate> chain = new ArrayList<>();
    try {
      for (Block block : blocks(text, source)) {
        if (block.label().equals("CERTIFICATE")) {
          chain.add(certificate(block.der()));
        }
      }
    } catch (CertificateException e) {
      throw new PkiException(source + " holds a certificate that cannot be read", e);
    }
    if (chain.isEmpty()) {
      throw new PkiException(source + " must hold a certificate in PEM form");
    }
    return chain;
  }

  /**
   * Reads a private key of elliptic curves or RSA, in PKCS #8 form.
   *
   * @param source for messages, which show none of it
   * @throws PkiException when there is none, or it cannot be read
   */
  public static PrivateKey key(String text, String source) {
    for (Block block : blocks(text, source)) {
      if (block.label().equals("PRIVATE KEY")) {
        return key(block.der(), source);
      }
    }
    throw new PkiException(source + " must hold a private key in PEM form (PKCS #8)");
  }

  private static PrivateKey key(byte[] der, String source) {
    for (String algorithm : List.of("EC", "RSA")) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
      } catch (GeneralSecurityException e) {
        // of another algorithm
      }
    }
    throw new PkiException(source + " must hold a key of elliptic curves or RSA");
  }

  /**
   * Reads a key and its certificates.
   *
   * @param source for messages
   * @throws PkiException when the text does not hold a private key of P-384 and its certificate
   */
  public static Identity identity(String text, String source) {
    PrivateKey key = key(text, source);
    List<X509Certificate> chain = certificates(text, source);
    if (!P384.is(chain.getFirst().getPublicKey())) {
      throw new PkiException(source + " must hold a P-384 key and its certificate in PEM form");
    }
    return new Identity(key, chain);
  }
}
