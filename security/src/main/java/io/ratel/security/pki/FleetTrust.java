package io.ratel.security.pki;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/** What the JDK checks (path, time, use, host), and what is ours: curve, kind, revocation. */
final class FleetTrust extends X509ExtendedTrustManager {
  private final X509ExtendedTrustManager path;
  private final Set<CertificateKind> accepted;
  private final Predicate<X509Certificate> revoked;

  FleetTrust(
      X509ExtendedTrustManager path,
      Set<CertificateKind> accepted,
      Predicate<X509Certificate> revoked) {
    this.path = path;
    this.accepted = accepted;
    this.revoked = revoked;
  }

  private void check(X509Certificate[] chain) throws CertificateException {
    for (X509Certificate certificate : chain) {
      if (!P384.is(certificate.getPublicKey())) {
        throw new CertificateException("a key of the chain is not on P-384");
      }
    }
    Optional<CertificateKind> kind = Subject.of(chain[0]).map(Subject::kind);
    if (kind.filter(accepted::contains).isEmpty()) {
      throw new CertificateException(
          "a certificate of kind "
              + kind.map(CertificateKind::label).orElse("none")
              + " is refused");
    }
    if (revoked.test(chain[0])) {
      throw new CertificateException("the certificate was revoked, or nobody can tell");
    }
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    path.checkClientTrusted(chain, type, socket);
    check(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    path.checkServerTrusted(chain, type, socket);
    check(chain);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    path.checkClientTrusted(chain, type, engine);
    check(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    path.checkServerTrusted(chain, type, engine);
    check(chain);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    path.checkClientTrusted(chain, type);
    check(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    path.checkServerTrusted(chain, type);
    check(chain);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return path.getAcceptedIssuers();
  }
}
