package io.ratel.adapters.venue;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.adapters.venue.script.LocalVenue;
import io.ratel.adapters.venue.script.ScriptedBinance;
import io.ratel.adapters.venue.script.ScriptedBitstamp;
import io.ratel.adapters.venue.script.ScriptedBybit;
import io.ratel.adapters.venue.script.ScriptedCoinbase;
import io.ratel.adapters.venue.script.ScriptedKraken;
import io.ratel.adapters.venue.script.ScriptedOkx;
import io.ratel.adapters.venue.script.ScriptedVenue;
import io.ratel.marketdata.feed.FeedStatus;
import io.ratel.model.instrument.Symbol;
import java.net.http.HttpClient;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A scripted venue on a local port and a feed that follows it, in the test's time. */
public final class LiveVenue implements AutoCloseable {
  public static final String NAME = "LOCAL";
  private static final long SECOND_NS = 1_000_000_000L;
  private static final long LIMIT_NS = 20 * SECOND_NS;

  public final ScriptedVenue venue;
  public final LocalVenue server;
  public final ManualClock clock = new ManualClock(ScriptedVenue.START_NS);
  public final BookSink sink = new BookSink();
  public final LiveFeed feed;
  public final Symbol symbol;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Random random = new Random(7);
  private LocalVenue.@Nullable Peer socket;

  public LiveVenue(ScriptedVenue venue) {
    this(venue, FrameRecorder.NONE);
  }

  public LiveVenue(ScriptedVenue venue, FrameRecorder recorder) {
    this.venue = venue;
    this.server = LocalVenue.of(venue);
    this.symbol = venue.symbol(NAME);
    this.feed =
        new LiveFeed(
            venue.protocol(NAME, server.socket(), server.rest()),
            new LiveFeed.Parts(http, clock, random, sink, recorder));
  }

  public static ScriptedVenue scripted(String name) {
    return switch (name) {
      case "binance" -> new ScriptedBinance();
      case "bitstamp" -> new ScriptedBitstamp();
      case "bybit" -> new ScriptedBybit();
      case "coinbase" -> new ScriptedCoinbase();
      case "kraken" -> new ScriptedKraken();
      case "okx" -> new ScriptedOkx(true);
      default -> throw new IllegalArgumentException(name);
    };
  }

  /** Waits until the feed has connected and subscribed, and its book is the venue's. */
  public LiveVenue follow() throws InterruptedException {
    socket = server.connection();
    server.message("");
    if (venue.wholeUrl().isPresent()) {
      change(); // a whole book from before the first change would be of no use
    }
    awaitBook();
    return this;
  }

  /** Sends a text on the newest connection. */
  public void send(String text) {
    LocalVenue.Peer to = socket;
    if (to == null) {
      throw new IllegalStateException("nobody is connected");
    }
    to.send(text);
  }

  public void hangUp() {
    LocalVenue.Peer to = socket;
    if (to != null) {
      to.hangUp();
    }
  }

  /** The venue's book changes, and the venue tells it. */
  public void change() {
    send(silentChange());
  }

  /** The venue's book changes; what it would tell. */
  public String silentChange() {
    synchronized (venue) {
      return venue.change(random);
    }
  }

  /** Lets a second pass, once the feed has set its alarm for it. */
  public void tick() {
    await(() -> clock.nextNs() <= SECOND_NS);
    clock.pass(SECOND_NS);
  }

  /** Lets seconds pass until it is so, with time for the wire between them. */
  public void tickUntil(BooleanSupplier condition) {
    long deadline = System.nanoTime() + LIMIT_NS;
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("20 s have passed; %s", status()).isLessThan(deadline);
      tick();
      long wire = System.nanoTime() + 30_000_000L;
      while (System.nanoTime() < wire && !condition.getAsBoolean()) {
        Thread.onSpinWait();
        Thread.yield();
      }
    }
  }

  public void awaitBook() {
    tickUntil(this::isBookRight);
  }

  public boolean isBookRight() {
    synchronized (venue) {
      return sink.state(symbol, 1_000).equals(Optional.of(venue.state(1_000)));
    }
  }

  public FeedStatus status() {
    return feed.status();
  }

  /** Waits without letting the test's time pass. */
  public void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + LIMIT_NS;
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("20 s have passed; %s", status()).isLessThan(deadline);
      Thread.onSpinWait();
      Thread.yield();
    }
  }

  @Override
  public void close() {
    feed.close();
    server.close();
    http.shutdownNow();
  }
}
