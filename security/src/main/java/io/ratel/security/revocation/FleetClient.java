package io.ratel.security.revocation;

import io.ratel.security.pki.Authority;
import io.ratel.security.pki.CertificateKind;
import io.ratel.security.pki.CurrentIdentity;
import io.ratel.security.pki.MutualTls;
import java.net.http.HttpClient;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/**
 * HTTP from this node to others of its fleet, in which both ends show a certificate. A client is
 * made anew with each certificate of this node, so that no session goes on under an older one, and
 * when a node that it has spoken to is revoked: then its connections end, and those who keep
 * sockets are told to open them again. Safe for any thread.
 */
public final class FleetClient implements Supplier<HttpClient>, AutoCloseable {
  /** Who may answer. */
  private static final Set<CertificateKind> CALLED =
      Set.of(CertificateKind.NODE, CertificateKind.GATEWAY);

  private static final Duration CONNECT = Duration.ofSeconds(5);

  private final CurrentIdentity identity;
  private final Revocations revocations;
  private final Map<String, X509Certificate> peers = new ConcurrentHashMap<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private HttpClient client;
  private String shown;

  public FleetClient(CurrentIdentity identity, Revocations revocations) {
    this.identity = identity;
    this.revocations = revocations;
    this.shown = serial();
    this.client = make();
    revocations.onChange(this::cut);
  }

  private String serial() {
    return Authority.serial(identity.get().certificate());
  }

  private HttpClient make() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(CONNECT)
        .sslContext(new MutualTls(identity.root(), CALLED, this::refuses).context(identity))
        .sslParameters(MutualTls.callingEnd())
        .build();
  }

  private boolean refuses(X509Certificate peer) {
    if (revocations.refuses(peer)) {
      return true;
    }
    peers.put(Authority.serial(peer), peer);
    return revocations.refuses(peer); // a list that came between the two is not missed
  }

  /** Told when sockets that were opened with an earlier client must be opened again. */
  public void onCut(Runnable listener) {
    listeners.add(listener);
  }

  /** The client of now; not to be kept. */
  @Override
  public synchronized HttpClient get() {
    String serial = serial();
    if (!serial.equals(shown)) {
      shown = serial;
      client = make(); // what the earlier one has open stays
    }
    return client;
  }

  /** Ends all connections if one of them is to a node whose certificate counts no more. */
  public void cut() {
    if (!peers.values().removeIf(revocations::cuts)) {
      return;
    }
    synchronized (this) {
      client.shutdownNow();
      client = make();
    }
    listeners.forEach(Runnable::run);
  }

  @Override
  public synchronized void close() {
    client.shutdownNow();
  }
}
