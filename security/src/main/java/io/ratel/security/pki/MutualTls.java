package io.ratel.security.pki;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * TLS 1.3 between two ends that both show a certificate of one authority.
 *
 * @param root the only one that is trusted
 * @param accepted which kinds of certificate the other end may show
 * @param revoked asked for the other end's certificate at each handshake, on its thread
 */
public record MutualTls(
    X509Certificate root, Set<CertificateKind> accepted, Predicate<X509Certificate> revoked) {
  private static final char[] NO_PASSWORD = new char[0];

  public MutualTls {
    accepted = Set.copyOf(accepted);
  }

  /** What sockets and engines of one end are made with. */
  public SSLContext context(Identity own) {
    try {
      KeyStore keys = empty();
      keys.setKeyEntry("own", own.key(), NO_PASSWORD, own.chain().toArray(X509Certificate[]::new));
      KeyManagerFactory keyManagers = KeyManagerFactory.getInstance("PKIX");
      keyManagers.init(keys, NO_PASSWORD);
      return context(keyManagers.getKeyManagers());
    } catch (GeneralSecurityException | IOException e) {
      throw unusable(e);
    }
  }

  /** The same with a certificate that is replaced while the context is in use. */
  public SSLContext context(CurrentIdentity own) {
    try {
      return context(new KeyManager[] {new CurrentKeys(own)});
    } catch (GeneralSecurityException | IOException e) {
      throw unusable(e);
    }
  }

  private SSLContext context(KeyManager[] keys) throws GeneralSecurityException, IOException {
    SSLContext context = SSLContext.getInstance("TLSv1.3");
    context.init(keys, new TrustManager[] {trust()}, new SecureRandom());
    return context;
  }

  private static PkiException unusable(Exception fault) {
    return new PkiException("the certificate cannot be used: " + fault.getMessage(), fault);
  }

  /** Shows a certificate that is replaced meanwhile, to whoever makes the engines itself. */
  public static X509ExtendedKeyManager keys(CurrentIdentity own) {
    return new CurrentKeys(own);
  }

  /** How the end that is called asks: it lets nobody in without a certificate. */
  public static SSLParameters calledEnd() {
    SSLParameters parameters = new SSLParameters();
    parameters.setProtocols(new String[] {"TLSv1.3"});
    parameters.setNeedClientAuth(true);
    return parameters;
  }

  /** How the end that calls asks: the certificate must name the host that was meant. */
  public static SSLParameters callingEnd() {
    SSLParameters parameters = new SSLParameters();
    parameters.setProtocols(new String[] {"TLSv1.3"});
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    return parameters;
  }

  /** Decides whom to trust, for whoever makes the engines itself. */
  public X509ExtendedTrustManager trustManager() {
    try {
      return trust();
    } catch (GeneralSecurityException | IOException e) {
      throw unusable(e);
    }
  }

  private X509ExtendedTrustManager trust() throws GeneralSecurityException, IOException {
    KeyStore trusted = empty();
    trusted.setCertificateEntry("root", root);
    TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
    factory.init(trusted);
    return Arrays.stream(factory.getTrustManagers())
        .filter(X509ExtendedTrustManager.class::isInstance)
        .map(X509ExtendedTrustManager.class::cast)
        .findFirst()
        .<X509ExtendedTrustManager>map(path -> new FleetTrust(path, accepted, revoked))
        .orElseThrow(() -> new PkiException("this JDK has no PKIX trust manager"));
  }

  private static KeyStore empty() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }
}
