package io.ratel.security.pki;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.IPAddress;

/** Writes X.509 certificates (RFC 5280), signed with ECDSA over SHA-384. For any thread. */
final class CertificateMaker {
  static final String SIGNATURE = "SHA384withECDSA";
  private static final int SERIAL_BITS = 128;

  private final SecureRandom random;

  CertificateMaker(SecureRandom random) {
    this.random = random;
  }

  /** Who signs. */
  record Signer(X500Principal name, PublicKey publicKey, PrivateKey key) {
    static Signer of(X509Certificate certificate, PrivateKey key) {
      return new Signer(certificate.getSubjectX500Principal(), certificate.getPublicKey(), key);
    }
  }

  /**
   * A certificate that may sign others.
   *
   * @param below how many further intermediates may follow
   */
  X509Certificate authority(
      Signer signer, String name, PublicKey key, int below, Instant from, Instant to) {
    try {
      JcaX509v3CertificateBuilder builder =
          builder(signer, new X500Principal("CN=" + name + ",O=Ratel"), key, from, to);
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(below));
      builder.addExtension(
          Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
      return sign(builder, signer);
    } catch (CertIOException e) {
      throw new IllegalStateException("a certificate cannot be written", e);
    }
  }

  /** A certificate of one of the six kinds. */
  X509Certificate leaf(Signer signer, Subject subject, PublicKey key, Instant from, Instant to) {
    try {
      JcaX509v3CertificateBuilder builder =
          builder(
              signer,
              new X500Principal(
                  "CN=" + subject.name() + ",OU=" + subject.kind().label() + ",O=Ratel"),
              key,
              from,
              to);
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
      builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
      builder.addExtension(Extension.extendedKeyUsage, true, purposes(subject.kind()));
      builder.addExtension(Extension.subjectAlternativeName, false, names(subject));
      return sign(builder, signer);
    } catch (CertIOException e) {
      throw new IllegalStateException("a certificate cannot be written", e);
    }
  }

  /** The signed list of a signer's certificates that are not good any more. */
  X509CRL list(Signer signer, Stream<Issued> revoked, BigInteger number, Instant from, Instant to) {
    try {
      X509v2CRLBuilder builder = new JcaX509v2CRLBuilder(signer.name(), Date.from(from));
      builder.setNextUpdate(Date.from(to));
      revoked.forEach(
          issued ->
              issued
                  .revoked()
                  .ifPresent(
                      why ->
                          builder.addCRLEntry(
                              new BigInteger(issued.serial(), 16),
                              Date.from(why.at()),
                              why.reason().ordinal())));
      builder.addExtension(
          Extension.authorityKeyIdentifier,
          false,
          new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(signer.publicKey()));
      builder.addExtension(Extension.cRLNumber, false, new CRLNumber(number));
      return new JcaX509CRLConverter()
          .getCRL(builder.build(new JcaContentSignerBuilder(SIGNATURE).build(signer.key())));
    } catch (CertIOException | OperatorCreationException | GeneralSecurityException e) {
      throw new PkiException("the list of revoked certificates cannot be signed", e);
    }
  }

  private JcaX509v3CertificateBuilder builder(
      Signer signer, X500Principal name, PublicKey key, Instant from, Instant to)
      throws CertIOException {
    BigInteger serial = new BigInteger(SERIAL_BITS, random).setBit(SERIAL_BITS);
    JcaX509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            signer.name(), serial, Date.from(from), Date.from(to), name, key);
    try {
      JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
      builder.addExtension(
          Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(key));
      builder.addExtension(
          Extension.authorityKeyIdentifier,
          false,
          identifiers.createAuthorityKeyIdentifier(signer.publicKey()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no SHA-1 for key identifiers", e);
    }
    return builder;
  }

  private static ExtendedKeyUsage purposes(CertificateKind kind) {
    List<KeyPurposeId> purposes = new ArrayList<>();
    if (kind.server()) {
      purposes.add(KeyPurposeId.id_kp_serverAuth);
    }
    if (kind.client()) {
      purposes.add(KeyPurposeId.id_kp_clientAuth);
    }
    return new ExtendedKeyUsage(purposes.toArray(KeyPurposeId[]::new));
  }

  private static GeneralNames names(Subject subject) {
    List<GeneralName> names = new ArrayList<>();
    names.add(new GeneralName(GeneralName.uniformResourceIdentifier, subject.uri().toString()));
    for (String host : subject.hosts()) {
      int kind = IPAddress.isValid(host) ? GeneralName.iPAddress : GeneralName.dNSName;
      names.add(new GeneralName(kind, host));
    }
    return new GeneralNames(names.toArray(GeneralName[]::new));
  }

  private static X509Certificate sign(JcaX509v3CertificateBuilder builder, Signer signer) {
    try {
      return new JcaX509CertificateConverter()
          .getCertificate(
              builder.build(new JcaContentSignerBuilder(SIGNATURE).build(signer.key())));
    } catch (OperatorCreationException | GeneralSecurityException e) {
      throw new PkiException("a certificate cannot be signed: " + e.getMessage(), e);
    }
  }
}
