package io.ratel.benchmarks.trust;

import io.ratel.benchmarks.load.Samples;
import io.ratel.benchmarks.measure.Figures;
import io.ratel.benchmarks.measure.Measurement;
import io.ratel.benchmarks.measure.Row;
import io.ratel.benchmarks.measure.Workplace;
import io.ratel.benchmarks.venue.VenueProcess;
import io.ratel.security.file.PrivateFile;
import io.ratel.security.pki.Authority;
import io.ratel.security.pki.CertificateKind;
import io.ratel.security.pki.P384;
import io.ratel.security.pki.Pem;
import io.ratel.security.pki.Subject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/**
 * Four callers shake hands with a venue's door, each time in full and with one request, while the
 * files of its certificate are replaced every second; the door reads them every five.
 */
final class HotReload implements Measurement {
  private static final int HANDSHAKES = Integer.getInteger("ratel.handshakes", 10_000);
  private static final int CALLERS = 4;
  private static final int TIMEOUT_MS = 20_000;
  private static final long REPLACE_NS = 1_000_000_000L;
  private static final byte[] REQUEST =
      "GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
          .getBytes(StandardCharsets.US_ASCII);

  private final SecureRandom random = new SecureRandom();

  @Override
  public List<String> rows() {
    return List.of("trust.hot-reload", "trust.hot-reload-failures");
  }

  @Override
  public void measure(Workplace place, Consumer<Row> out) throws IOException {
    Path folder = place.folder("reload");
    Authority authority =
        Authority.init(folder.resolve("elsewhere"), random, InstantSource.system());
    Path chain = folder.resolve("chain.pem");
    Path key = folder.resolve("key.pem");
    write(authority, chain, key);
    Path config =
        Files.writeString(
            folder.resolve("config.yaml"),
            "http: { tls: { certificate: \"%s\", key: \"%s\" } }\n".formatted(chain, key));
    try (VenueProcess venue =
            VenueProcess.up(
                place,
                folder.resolve("data"),
                VenueProcess.Classes.CACHED,
                "--no-demo",
                "--config",
                config.toString());
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      AtomicInteger running = new AtomicInteger(CALLERS);
      AtomicInteger failed = new AtomicInteger();
      ConcurrentHashMap<Integer, long[]> times = new ConcurrentHashMap<>();
      long begunNs = System.nanoTime();
      for (int i = 0; i < CALLERS; i++) {
        int caller = i;
        threads.execute(
            () -> {
              times.put(caller, call(authority, venue.address().getPort(), failed));
              running.decrementAndGet();
            });
      }
      while (running.get() > 0) {
        write(authority, chain, key);
        LockSupport.parkNanos(REPLACE_NS);
      }
      double seconds = (System.nanoTime() - begunNs) / 1e9;
      long[] all = times.values().stream().flatMapToLong(Arrays::stream).toArray();
      out.accept(
          new Row(
              "trust.hot-reload", "us", Figures.of(Samples.of(all), 1e3, all.length / seconds), 1));
      out.accept(new Row("trust.hot-reload-failures", "handshakes", Figures.of(failed.get()), 1));
    }
    place.delete(folder);
  }

  private void write(Authority authority, Path chain, Path key) throws IOException {
    KeyPair keys = P384.generate(random);
    PrivateFile.write(key, Pem.of(keys.getPrivate()));
    Files.writeString(
        chain,
        Pem.of(
            authority.issue(
                new Subject(CertificateKind.GATEWAY, "door", List.of("localhost")),
                keys.getPublic(),
                Optional.empty())));
  }

  private static long[] call(Authority authority, int port, AtomicInteger failed) {
    long[] times = new long[HANDSHAKES / CALLERS];
    for (int i = 0; i < times.length; i++) {
      long begunNs = System.nanoTime();
      if (!answered(visitor(authority), port)) {
        failed.incrementAndGet();
      }
      times[i] = System.nanoTime() - begunNs;
    }
    return times;
  }

  /** Made for each handshake, so that none is a session that goes on. */
  private static SSLContext visitor(Authority authority) {
    try {
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      trusted.setCertificateEntry("root", authority.root());
      TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
      trust.init(trusted);
      SSLContext context = SSLContext.getInstance("TLSv1.3");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("this JDK cannot trust a root", e);
    }
  }

  private static boolean answered(SSLContext context, int port) {
    try (SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket()) {
      socket.connect(new InetSocketAddress("localhost", port), TIMEOUT_MS);
      socket.setSoTimeout(TIMEOUT_MS);
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      parameters.setServerNames(List.of(new SNIHostName("localhost")));
      socket.setSSLParameters(parameters);
      socket.getOutputStream().write(REQUEST);
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
          .startsWith("HTTP/1.1 200");
    } catch (IOException e) {
      return false;
    }
  }
}
