package io.ratel.security.token;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The public keys that another node publishes as a JWK set: fetched when a token names one that is
 * not known, at most once a second, and kept while the other node is away. Safe for any thread.
 */
public final class FetchedKeys implements PublicKeys {
  private static final Logger LOG = LoggerFactory.getLogger(FetchedKeys.class);
  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final long AGAIN_NS = 1_000_000_000L;
  private static final int MAX_BYTES = 64 << 10;

  private final Supplier<HttpClient> http;
  private final URI source;
  private volatile Map<String, ECPublicKey> keys = Map.of();
  private long triedNs = System.nanoTime() - AGAIN_NS;

  /**
   * @param source where the set is published
   */
  public FetchedKeys(URI source) {
    this(source, plain());
  }

  /**
   * @param http the client of now, asked for each fetch
   */
  public FetchedKeys(URI source, Supplier<HttpClient> http) {
    this.source = source;
    this.http = http;
  }

  private static Supplier<HttpClient> plain() {
    HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    return () -> client;
  }

  @Override
  public Optional<ECPublicKey> byId(String id) {
    if (!keys.containsKey(id)) {
      fetch();
    }
    return Optional.ofNullable(keys.get(id));
  }

  private synchronized void fetch() {
    if (System.nanoTime() - triedNs < AGAIN_NS) {
      return;
    }
    triedNs = System.nanoTime();
    try {
      HttpResponse<String> answer =
          http.get()
              .send(
                  HttpRequest.newBuilder(source).timeout(TIMEOUT).build(),
                  HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200 || answer.body().length() > MAX_BYTES) {
        throw new IOException(source + " answered " + answer.statusCode());
      }
      keys = JwkSet.read(answer.body());
    } catch (IOException e) {
      LOG.atWarn().setCause(e).log("the keys of tokens could not be fetched from {}", source);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
