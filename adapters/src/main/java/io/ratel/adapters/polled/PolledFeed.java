package io.ratel.adapters.polled;

import io.ratel.adapters.venue.Backoff;
import io.ratel.adapters.venue.Causes;
import io.ratel.adapters.venue.FeedClock;
import io.ratel.adapters.venue.RetryAfter;
import io.ratel.adapters.venue.TokenBucket;
import io.ratel.marketdata.feed.Feed;
import io.ratel.marketdata.feed.FeedMeter;
import io.ratel.marketdata.feed.FeedStatus;
import io.ratel.marketdata.feed.Frame;
import io.ratel.marketdata.feed.FrameFault;
import io.ratel.marketdata.feed.RejectedFrameException;
import io.ratel.marketdata.series.AnalyticsStoreException;
import io.ratel.marketdata.tick.TickStoreException;
import io.ratel.model.instrument.Symbol;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Asks one source again and again, on a virtual thread: within its rate, with a pause of its own
 * choice after a round that worked and a longer one with full jitter after one that did not.
 * Refusals that name a time are waited out. An answer that has not changed since ({@code ETag}, or
 * a file's time) is not read again.
 */
public final class PolledFeed implements Feed {
  /** More than any answer needs; longer ones are not read. */
  static final int MAX_BYTES = 64 << 20;

  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final long FIRST_WAIT_NS = 1_000_000_000L;
  private static final long LAST_WAIT_NS = 300_000_000_000L;
  private static final long SILENCE_NS = 60_000_000_000L;
  private static final int BURST = 5;
  private static final int NOT_MODIFIED = 304;

  /** What it works with; all stay the caller's. */
  public record Parts(HttpClient http, FeedClock clock, RandomGenerator random, PolledSink sink) {}

  private final String name;
  private final PolledSource source;
  private final Parts parts;
  private final FeedMeter meter;
  private final TokenBucket bucket;
  private final Backoff backoff;
  private final Map<URI, String> versions = new HashMap<>();
  private final Thread thread;
  private volatile boolean closed;

  /**
   * @param name by which it is listed
   */
  public PolledFeed(String name, PolledSource source, Parts parts) {
    this.name = name;
    this.source = source;
    this.parts = parts;
    long silenceNs = Math.max(SILENCE_NS, 4 * source.pause().toNanos());
    this.meter = new FeedMeter(name, parts.clock()::nanoTime, silenceNs);
    this.bucket = new TokenBucket(source.requestsPerSecond(), BURST, parts.clock().nanoTime());
    this.backoff = new Backoff(FIRST_WAIT_NS, LAST_WAIT_NS, parts.random());
    this.thread = Thread.ofVirtual().name("polled-" + name).unstarted(this::run);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String kind() {
    return source.kind();
  }

  @Override
  public Set<Symbol> symbols() {
    return source.symbols();
  }

  @Override
  public void start() {
    meter.state(FeedStatus.State.CONNECTING);
    thread.start();
  }

  @Override
  public FeedStatus status() {
    return meter.status();
  }

  private void run() {
    try {
      while (!closed) {
        long refusedNs = round();
        if (refusedNs < 0) {
          backoff.reset();
          meter.state(FeedStatus.State.RUNNING);
          parts.clock().await(source.pause().toNanos());
        } else {
          meter.state(FeedStatus.State.RECONNECTING);
          parts.clock().await(Math.max(refusedNs, backoff.next()));
        }
      }
    } catch (InterruptedException e) {
      // closed
    }
    meter.state(FeedStatus.State.STOPPED);
  }

  /**
   * Asks everything once, or up to the first refusal.
   *
   * @return how long the other side wants to be left alone, 0 when it did not say; -1 when every
   *     question was answered
   */
  private long round() throws InterruptedException {
    Instant now = Instant.ofEpochSecond(0, parts.clock().epochNs());
    long worst = -1;
    for (PolledRequest request : source.requests(now)) {
      for (long wait = take(); wait > 0; wait = take()) {
        parts.clock().await(wait);
      }
      worst = Math.max(worst, ask(request));
      if (worst > 0) {
        return worst;
      }
    }
    return worst;
  }

  private long take() {
    return bucket.take(parts.clock().nanoTime());
  }

  private long ask(PolledRequest request) throws InterruptedException {
    try {
      Optional<String> text =
          "file".equals(request.uri().getScheme()) ? file(request) : web(request);
      text.ifPresent(answer -> read(request, answer));
      return -1;
    } catch (Refused e) {
      meter.failed(e.getMessage());
      return e.pauseNs;
    } catch (IOException e) {
      meter.failed(request + ": " + Causes.text(e));
      return 0;
    } catch (TickStoreException | AnalyticsStoreException e) {
      meter.failed("what it told could not be kept: " + e.getMessage());
      return 0;
    }
  }

  /** An answer that says no. Costs no stack trace. */
  private static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
    private final long pauseNs;

    Refused(String message, long pauseNs) {
      super(message, null, false, false);
      this.pauseNs = pauseNs;
    }

    @Override
    public String getMessage() {
      return String.valueOf(super.getMessage());
    }
  }

  private Optional<String> web(PolledRequest request)
      throws IOException, InterruptedException, Refused {
    HttpRequest.Builder asked =
        HttpRequest.newBuilder(request.uri()).timeout(TIMEOUT).header("User-Agent", "ratel");
    request.headers().forEach(asked::header);
    String version = versions.get(request.uri());
    if (version != null && request.body().isEmpty()) {
      asked.header("If-None-Match", version);
    }
    request.body().ifPresent(body -> asked.POST(HttpRequest.BodyPublishers.ofString(body)));
    HttpResponse<byte[]> answer =
        parts
            .http()
            .send(
                asked.build(),
                HttpResponse.BodyHandlers.limiting(
                    HttpResponse.BodyHandlers.ofByteArray(), MAX_BYTES));
    int status = answer.statusCode();
    if (status == NOT_MODIFIED) {
      meter.alive();
      return Optional.empty();
    }
    if (status != 200) {
      long pauseNs = RetryAfter.pauseNs(status, answer.headers(), parts.clock().epochNs());
      throw new Refused(request + " answered HTTP " + status, pauseNs);
    }
    answer.headers().firstValue("ETag").ifPresent(tag -> versions.put(request.uri(), tag));
    return Optional.of(new String(answer.body(), StandardCharsets.UTF_8));
  }

  private Optional<String> file(PolledRequest request) throws IOException {
    Path path = Path.of(request.uri());
    String version = Files.getLastModifiedTime(path) + " " + Files.size(path);
    if (version.equals(versions.get(request.uri()))) {
      meter.alive();
      return Optional.empty();
    }
    if (Files.size(path) > MAX_BYTES) {
      throw new IOException("a file has at most " + (MAX_BYTES >> 20) + " MB");
    }
    String text = Files.readString(path);
    versions.put(request.uri(), version);
    return Optional.of(text);
  }

  private void read(PolledRequest request, String answer) {
    long localTimeNs = parts.clock().epochNs();
    meter.frame(localTimeNs);
    try {
      PolledBatch told = new PolledBatch();
      source.read(request, new Frame(request.shown(), answer, localTimeNs), told);
      told.to(parts.sink());
    } catch (RejectedFrameException e) {
      rejected(request, e.fault(), String.valueOf(e.getMessage()));
    } catch (IllegalArgumentException e) {
      rejected(request, FrameFault.BAD_FIELD, String.valueOf(e.getMessage()));
    }
  }

  private void rejected(PolledRequest request, FrameFault fault, String why) {
    versions.remove(request.uri());
    meter.rejected(fault, request.about() + ": " + fault.label() + ": " + why);
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    if (thread.getState() == Thread.State.NEW) {
      return;
    }
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
