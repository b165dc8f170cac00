package io.ratel.security.enrolment;

import io.ratel.security.pki.PkiException;
import java.io.IOException;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** HTTP to a node with the authority, whose door has its certificate or a public one. */
public final class TrustedRoots {
  private static final Duration CONNECT = Duration.ofSeconds(5);

  private TrustedRoots() {}

  /** A client that trusts one root more than the JDK does, and shows no certificate. */
  public static HttpClient client(X509Certificate root) {
    try {
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      trusted.setCertificateEntry("fleet", root);
      for (TrustManager usual : factory(null).getTrustManagers()) {
        if (usual instanceof X509TrustManager roots) {
          for (X509Certificate one : roots.getAcceptedIssuers()) {
            trusted.setCertificateEntry(one.getSubjectX500Principal().getName(), one);
          }
        }
      }
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, factory(trusted).getTrustManagers(), new SecureRandom());
      return HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT)
          .sslContext(context)
          .build();
    } catch (GeneralSecurityException | IOException e) {
      throw new PkiException("the root cannot be trusted: " + e.getMessage(), e);
    }
  }

  private static TrustManagerFactory factory(@Nullable KeyStore trusted)
      throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(trusted);
    return factory;
  }
}
