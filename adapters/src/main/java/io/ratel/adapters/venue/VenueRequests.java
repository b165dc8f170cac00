package io.ratel.adapters.venue;

import io.ratel.marketdata.feed.FeedIntake;
import io.ratel.marketdata.feed.FeedMeter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Requests to one venue, within its rate. When it answers 429, 418 or 503 nothing is asked until
 * the time it names. On the feed's thread.
 */
final class VenueRequests {
  private static final Duration TIMEOUT = Duration.ofSeconds(15);
  private static final int MAX_IN_FLIGHT = 16;

  private final HttpClient http;
  private final Executor mailbox;
  private final FeedClock clock;
  private final FeedMeter meter;
  private final TokenBucket bucket;
  private final Set<CompletableFuture<HttpResponse<byte[]>>> inFlight = new HashSet<>();
  private long pausedUntilNs;

  VenueRequests(
      HttpClient http, Executor mailbox, FeedClock clock, FeedMeter meter, VenuePace pace) {
    this.http = http;
    this.mailbox = mailbox;
    this.clock = clock;
    this.meter = meter;
    this.bucket = new TokenBucket(pace.requestsPerSecond(), pace.requestBurst(), clock.nanoTime());
    this.pausedUntilNs = clock.nanoTime();
  }

  /**
   * Asks, unless the venue's rate does not allow it now.
   *
   * @param onBody given the text of an answer with status 200, on the feed's thread
   * @return whether it was asked
   */
  boolean get(URI url, Consumer<String> onBody) {
    long now = clock.nanoTime();
    if (now - pausedUntilNs < 0 || inFlight.size() >= MAX_IN_FLIGHT || bucket.take(now) > 0) {
      return false;
    }
    HttpRequest request =
        HttpRequest.newBuilder(url).timeout(TIMEOUT).header("User-Agent", "ratel").build();
    CompletableFuture<HttpResponse<byte[]>> answer =
        http.sendAsync(
            request,
            HttpResponse.BodyHandlers.limiting(
                HttpResponse.BodyHandlers.ofByteArray(), FeedIntake.MAX_CHARS));
    inFlight.add(answer);
    answer.whenCompleteAsync(
        (response, error) -> {
          if (inFlight.remove(answer)) { // else it was given up
            done(url, response, error, onBody);
          }
        },
        mailbox);
    return true;
  }

  private void done(
      URI url,
      @Nullable HttpResponse<byte[]> response,
      @Nullable Throwable error,
      Consumer<String> onBody) {
    String at = url.getHost() + url.getPath();
    if (response == null) {
      meter.failed(at + ": " + (error == null ? "no answer" : Causes.text(error)));
      return;
    }
    int status = response.statusCode();
    if (status == 200) {
      onBody.accept(new String(response.body(), StandardCharsets.UTF_8));
      return;
    }
    long pauseNs = RetryAfter.pauseNs(status, response.headers(), clock.epochNs());
    pausedUntilNs = Math.max(pausedUntilNs, clock.nanoTime() + pauseNs);
    String until = pauseNs == 0 ? "" : ", nothing is asked for " + pauseNs / 1_000_000_000 + " s";
    meter.failed(at + " answered HTTP " + status + until);
  }

  /** Gives up what is not answered yet. */
  void cancel() {
    Set.copyOf(inFlight).forEach(answer -> answer.cancel(true));
    inFlight.clear();
  }
}
