package io.ratel.adapters.history;

import com.fasterxml.jackson.databind.JsonNode;
import io.ratel.adapters.venue.Backoff;
import io.ratel.adapters.venue.Causes;
import io.ratel.adapters.venue.FeedClock;
import io.ratel.adapters.venue.RetryAfter;
import io.ratel.adapters.venue.TokenBucket;
import io.ratel.marketdata.feed.FrameJson;
import io.ratel.marketdata.feed.RejectedFrameException;
import io.ratel.marketdata.history.fetch.HistoryFetchException;
import io.ratel.marketdata.history.fetch.HistoryFetcher.Pages;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Asks one venue, within its rate, until it answers. One thread at a time. */
final class HistoryHttp {
  /** Failures in a row after which a page is given up. */
  static final int ATTEMPTS = 6;

  private static final int MAX_BYTES = 8 << 20;
  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final long FIRST_WAIT_NS = 500_000_000L;
  private static final long LAST_WAIT_NS = 30_000_000_000L;
  private static final long SIGN_OF_LIFE_NS = 10_000_000_000L;
  private static final int MAX_SAID = 160;

  /** Reads an answer. */
  @FunctionalInterface
  interface Reader<T> {
    T read(JsonNode answer) throws RejectedFrameException;
  }

  /** What it works with; all stay the caller's. */
  record Parts(HttpClient http, FeedClock clock, RandomGenerator random) {}

  private final Parts parts;
  private final Map<String, String> headers;
  private final TokenBucket bucket;
  private final Backoff backoff;

  HistoryHttp(Parts parts, double perSecond, int burst, Map<String, String> headers) {
    this.parts = parts;
    this.headers = Map.copyOf(headers);
    this.bucket = new TokenBucket(perSecond, burst, parts.clock().nanoTime());
    this.backoff = new Backoff(FIRST_WAIT_NS, LAST_WAIT_NS, parts.random());
  }

  /** Nanoseconds since 1970 UTC. */
  long nowNs() {
    return parts.clock().epochNs();
  }

  /**
   * Asks until there is an answer that can be read.
   *
   * @param pages told now and then that this is alive
   * @throws HistoryFetchException when the venue refuses, or gave no such answer so many times
   */
  <T> T get(URI url, Pages pages, Reader<T> reader)
      throws HistoryFetchException, InterruptedException {
    String why = "";
    backoff.reset();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      for (long wait = take(); wait > 0; wait = take()) {
        await(wait, pages);
      }
      long pauseNs = 0;
      try {
        HttpResponse<byte[]> answer = send(url);
        int status = answer.statusCode();
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        if (status == 200) {
          return reader.read(FrameJson.parse(body));
        }
        why = "HTTP " + status + " " + said(body);
        pauseNs = RetryAfter.pauseNs(status, answer.headers(), parts.clock().epochNs());
        if (pauseNs == 0 && status < 500) {
          throw new HistoryFetchException(at(url) + " answered " + why);
        }
      } catch (IOException e) {
        why = Causes.text(e);
      } catch (RejectedFrameException e) {
        why = e.fault().label() + ": " + e.getMessage();
      }
      await(Math.addExact(pauseNs, backoff.next()), pages);
    }
    throw new HistoryFetchException(
        at(url) + " gave no answer of use " + ATTEMPTS + " times, the last: " + why);
  }

  private static String at(URI url) {
    return url.getHost() + url.getPath();
  }

  private static String said(String body) {
    String line = body.strip().replaceAll("\\p{Cc}+", " ");
    return line.length() <= MAX_SAID ? line : line.substring(0, MAX_SAID) + "…";
  }

  private HttpResponse<byte[]> send(URI url) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url).timeout(TIMEOUT).header("User-Agent", "ratel");
    headers.forEach(request::header);
    return parts
        .http()
        .send(
            request.build(),
            HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), MAX_BYTES));
  }

  private long take() {
    return bucket.take(parts.clock().nanoTime());
  }

  private void await(long delayNs, Pages pages) throws HistoryFetchException, InterruptedException {
    long left = delayNs;
    while (left > 0) {
      long part = Math.min(left, SIGN_OF_LIFE_NS);
      parts.clock().await(part);
      left -= part;
      if (left > 0) {
        pages.alive();
      }
    }
  }
}
