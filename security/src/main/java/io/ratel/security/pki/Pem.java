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
      Pattern.compile("-----BEGIN ([A-Z ]{1,40})-----([A-Za-z0-9+/=\\s]*)-----END \\1-----");

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

  private static String block(String label, byte[] der) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(label, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der), label);
  }

  /**
   * Reads a key and its certificates.
   *
   * @param source for messages
   * @throws PkiException when the text does not hold a private key of P-384 and its certificate
   */
  public static Identity identity(String text, String source) {
    PrivateKey key = null;
    List<X509Certificate> chain = new ArrayList<>();
    try {
      for (Matcher block = BLOCK.matcher(text); block.find(); ) {
        byte[] der = Base64.getMimeDecoder().decode(block.group(2));
        if (block.group(1).equals("PRIVATE KEY")) {
          key = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(der));
        } else if (block.group(1).equals("CERTIFICATE")) {
          chain.add(
              (X509Certificate)
                  CertificateFactory.getInstance("X.509")
                      .generateCertificate(new ByteArrayInputStream(der)));
        }
      }
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new PkiException(source + " does not hold a key and certificates in PEM form", e);
    }
    if (key == null || chain.isEmpty() || !P384.is(chain.getFirst().getPublicKey())) {
      throw new PkiException(source + " must hold a P-384 key and its certificate in PEM form");
    }
    return new Identity(key, chain);
  }
}
