package io.ratel.security.pki;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.Extension;

/**
 * Which certificates are not good any more: for each intermediate its certificate and its signed
 * list (X.509 CRL, RFC 5280 section 5) with dates and reasons. All lists of one publication have
 * one number, so that nobody can put an older one of either beside a newer one.
 */
public final class RevocationList {
  /** No list of ours comes near; a certificate is on it until it ends. */
  public static final int MAX_CHARS = 4 << 20;

  private static final String WHAT = "the list of revoked certificates";
  private static final int CRL_SIGN = 6; // RFC 5280 section 4.2.1.3

  private final String text;
  private final Map<X500Principal, X509CRL> byIssuer;
  private final BigInteger number;
  private final Instant thisUpdate;
  private final Instant nextUpdate;

  private RevocationList(String text, Map<X500Principal, X509CRL> byIssuer, BigInteger number) {
    this.text = text;
    this.byIssuer = byIssuer;
    this.number = number;
    this.thisUpdate =
        byIssuer.values().stream()
            .map(list -> list.getThisUpdate().toInstant())
            .max(Instant::compareTo)
            .orElseThrow();
    this.nextUpdate =
        byIssuer.values().stream()
            .map(list -> list.getNextUpdate().toInstant())
            .min(Instant::compareTo)
            .orElseThrow();
  }

  /**
   * Reads a list and checks every signature in it; whether it is the newest is not its matter.
   *
   * @param root of the authority that must have signed it
   * @throws PkiException when it is not such a list
   */
  public static RevocationList read(String text, X509Certificate root) {
    if (text.length() > MAX_CHARS) {
      throw new PkiException(WHAT + " must have at most " + MAX_CHARS + " characters");
    }
    try {
      Map<X500Principal, X509Certificate> issuers = new HashMap<>();
      Map<X500Principal, X509CRL> lists = new HashMap<>();
      for (Pem.Block block : Pem.blocks(text, WHAT)) {
        switch (block.label()) {
          case "CERTIFICATE" -> {
            X509Certificate issuer = issuer(block.der(), root);
            issuers.put(issuer.getSubjectX500Principal(), issuer);
          }
          case "X509 CRL" -> {
            X509CRL list = list(block.der(), issuers);
            lists.put(list.getIssuerX500Principal(), list);
          }
          default -> throw new PkiException(WHAT + " holds something else: " + block.label());
        }
      }
      return new RevocationList(text, Map.copyOf(lists), number(lists));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new PkiException(WHAT + " is not signed by this authority, or cannot be read", e);
    }
  }

  private static X509Certificate issuer(byte[] der, X509Certificate root)
      throws GeneralSecurityException {
    X509Certificate issuer = Pem.certificate(der);
    issuer.verify(root.getPublicKey());
    boolean[] uses = issuer.getKeyUsage();
    if (issuer.getBasicConstraints() < 0 || uses == null || !uses[CRL_SIGN]) {
      throw new PkiException(WHAT + " comes with a certificate that may not sign it");
    }
    return issuer;
  }

  private static X509CRL list(byte[] der, Map<X500Principal, X509Certificate> issuers)
      throws GeneralSecurityException {
    X509CRL list =
        (X509CRL)
            CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(der));
    X509Certificate issuer = issuers.get(list.getIssuerX500Principal());
    if (issuer == null || list.getNextUpdate() == null) {
      throw new PkiException(WHAT + " must name its signer before it, and its end");
    }
    list.verify(issuer.getPublicKey());
    return list;
  }

  private static BigInteger number(Map<X500Principal, X509CRL> lists) {
    if (lists.size() != CertificateKind.Issuer.values().length) {
      throw new PkiException(WHAT + " must have a part of every intermediate, has " + lists.size());
    }
    BigInteger number = null;
    for (X509CRL list : lists.values()) {
      byte[] extension = list.getExtensionValue(Extension.cRLNumber.getId());
      if (extension == null) {
        throw new PkiException(WHAT + " has no number");
      }
      byte[] content = ASN1OctetString.getInstance(extension).getOctets();
      BigInteger own = ASN1Integer.getInstance(content).getValue();
      if (number != null && !number.equals(own)) {
        throw new PkiException(WHAT + " has parts of different age: " + number + ", " + own);
      }
      number = own;
    }
    return Objects.requireNonNull(number);
  }

  /** As it was read. */
  public String text() {
    return text;
  }

  /** Grows from list to list. */
  public BigInteger number() {
    return number;
  }

  public Instant thisUpdate() {
    return thisUpdate;
  }

  /** There is a newer one by then. */
  public Instant nextUpdate() {
    return nextUpdate;
  }

  /** Whether a certificate is on it; one of an issuer that the list does not know counts as so. */
  public boolean revokes(X509Certificate certificate) {
    return Optional.ofNullable(byIssuer.get(certificate.getIssuerX500Principal()))
        .map(list -> list.getRevokedCertificate(certificate.getSerialNumber()) != null)
        .orElse(true);
  }

  /** How many are on it. */
  public int size() {
    return byIssuer.values().stream()
        .map(X509CRL::getRevokedCertificates)
        .mapToInt(entries -> entries == null ? 0 : entries.size())
        .sum();
  }
}
