package io.ratel.adapters.venue;

import io.ratel.marketdata.feed.Feed;
import io.ratel.marketdata.feed.FeedIntake;
import io.ratel.marketdata.feed.FeedMeter;
import io.ratel.marketdata.feed.FeedStatus;
import io.ratel.marketdata.feed.Frame;
import io.ratel.marketdata.feed.MarketSink;
import io.ratel.model.instrument.Symbol;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A venue's live connection: made again whenever it is lost, falls silent or is refused, with full
 * jitter between attempts. Everything happens on one virtual thread of its own; no exception leaves
 * it.
 */
public final class LiveFeed implements Feed {
  static final long LOOK_NS = 1_000_000_000L;
  static final long STABLE_NS = 30_000_000_000L;
  static final long BASE_DELAY_NS = 500_000_000L;
  static final long MAX_DELAY_NS = 60_000_000_000L;

  /** What a feed is made of, besides its venue. */
  public record Parts(
      HttpClient http,
      FeedClock clock,
      RandomGenerator random,
      MarketSink sink,
      FrameRecorder recorder) {}

  private final VenueProtocol protocol;
  private final Parts parts;
  private final FeedClock clock;
  private final FeedMeter meter;
  private final Map<Symbol, Pair> pairs = new LinkedHashMap<>();
  private final String url;
  private final FeedIntake intake;
  private final Mailbox mailbox;
  private final Outbox outbox;
  private final VenueRequests requests;
  private final BookWatch watch;
  private final Backoff backoff;
  private @Nullable VenueSocket socket;
  private boolean open;
  private long openedNs;
  private long pingedNs;
  private volatile boolean closed;

  public LiveFeed(VenueProtocol protocol, Parts parts) {
    VenuePace pace = protocol.pace();
    VenueSettings settings = protocol.settings();
    this.protocol = protocol;
    this.parts = parts;
    this.clock = parts.clock();
    this.url = protocol.socket().toString();
    settings.pairs().forEach(pair -> pairs.put(pair.at(settings.name()), pair));
    this.meter = new FeedMeter(settings.name(), clock::nanoTime, pace.silence().toNanos());
    meter.state(FeedStatus.State.CONNECTING);
    WatchedSink sink = new WatchedSink(parts.sink(), pairs.keySet(), meter);
    this.intake = new FeedIntake(protocol.reader(), sink, meter);
    this.mailbox = new Mailbox("feed-" + settings.name(), this::failed);
    this.outbox = new Outbox(pace, clock, mailbox, this::send);
    this.requests = new VenueRequests(parts.http(), mailbox, clock, meter, pace);
    this.watch =
        new BookWatch(pairs.keySet(), sink::isBookKnown, this::ask, pace.refresh().toNanos());
    this.backoff = new Backoff(BASE_DELAY_NS, MAX_DELAY_NS, parts.random());
  }

  @Override
  public String name() {
    return protocol.settings().name();
  }

  @Override
  public String kind() {
    return protocol.kind();
  }

  @Override
  public Set<Symbol> symbols() {
    return Set.copyOf(pairs.keySet());
  }

  @Override
  public void start() {
    mailbox.execute(this::connect);
    clock.after(LOOK_NS, () -> mailbox.execute(this::look));
  }

  /** With the books that are unknown now before what went wrong last. */
  @Override
  public FeedStatus status() {
    FeedStatus status = meter.status();
    List<String> words = new ArrayList<>();
    if (status.state() == FeedStatus.State.RUNNING) {
      long unknown = pairs.keySet().stream().filter(s -> !parts.sink().isBookKnown(s)).count();
      if (unknown > 0) {
        words.add(unknown + " of " + pairs.size() + " books unknown");
      }
    }
    if (!status.detail().isEmpty()) {
      words.add(status.detail());
    }
    String trouble = parts.recorder().trouble();
    if (!trouble.isEmpty()) {
      words.add(trouble);
    }
    return status.withDetail(String.join("; ", words));
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    mailbox.close();
    VenueSocket last = socket;
    if (last != null) {
      last.abort();
    }
    requests.cancel();
    parts.recorder().close();
    meter.state(FeedStatus.State.STOPPED);
  }

  private void connect() {
    VenueSocket attempt = new VenueSocket(mailbox, clock, new Connection());
    socket = attempt;
    open = false;
    attempt
        .open(parts.http(), protocol.socket())
        .whenCompleteAsync(
            (_, error) -> {
              if (error == null) {
                opened(attempt);
              } else {
                refused(attempt, error);
              }
            },
            mailbox);
  }

  private void opened(VenueSocket attempt) {
    if (attempt != socket || open) {
      return;
    }
    long now = clock.nanoTime();
    open = true;
    openedNs = now;
    pingedNs = now;
    meter.alive();
    meter.state(FeedStatus.State.RUNNING);
    parts.recorder().connected(url, clock.epochNs());
    outbox.send(protocol.subscriptions(clock.epochNs()));
    boolean fetched =
        protocol.resync(pairs.values().iterator().next(), clock.epochNs())
            instanceof VenueProtocol.Resync.Fetch;
    watch.begin(now, !fetched);
  }

  private void refused(VenueSocket attempt, Throwable error) {
    long pauseNs =
        Causes.refusal(error)
            .map(
                answer ->
                    RetryAfter.pauseNs(answer.statusCode(), answer.headers(), clock.epochNs()))
            .orElse(0L);
    lost(attempt, Causes.text(error), pauseNs);
  }

  private void lost(VenueSocket from, String why, long pauseNs) {
    if (from != socket) {
      return;
    }
    from.abort();
    socket = null;
    outbox.clear();
    requests.cancel();
    if (open) {
      intake.disconnected();
      if (clock.nanoTime() - openedNs >= STABLE_NS) {
        backoff.reset();
      }
    }
    open = false;
    meter.lost(why);
    meter.state(FeedStatus.State.RECONNECTING);
    clock.after(Math.max(pauseNs, backoff.next()), () -> mailbox.execute(this::connect));
  }

  /** Something in the house failed, such as the store: the connection begins anew. */
  private void failed(RuntimeException e) {
    VenueSocket current = socket;
    if (current != null) {
      lost(current, "cannot be taken: " + Causes.text(e), 0);
    }
  }

  /** Once a second. */
  private void look() {
    clock.after(LOOK_NS, () -> mailbox.execute(this::look));
    VenueSocket current = socket;
    if (current != null && open) {
      long now = clock.nanoTime();
      long silentNs = meter.silentNs();
      if (silentNs >= protocol.pace().silence().toNanos()) {
        lost(current, "silent for " + silentNs / 1_000_000_000 + " s", 0);
      } else {
        if (now - pingedNs >= protocol.pace().ping().toNanos()) {
          pingedNs = now;
          protocol.ping().ifPresent(text -> outbox.send(List.of(text)));
        }
        if (outbox.isEmpty()) {
          watch.look(now);
        }
      }
    }
    parts.recorder().flush();
  }

  private void send(String text) {
    VenueSocket current = socket;
    if (current != null) {
      parts.recorder().sent(url, clock.epochNs(), protocol.withoutSecrets(text));
      current.send(text);
    }
  }

  private boolean ask(Symbol symbol) {
    Pair pair = pairs.get(symbol);
    if (pair == null) {
      return false;
    }
    return switch (protocol.resync(pair, clock.epochNs())) {
      case VenueProtocol.Resync.Fetch(var at) ->
          requests.get(at, body -> answered(at.toString(), body));
      case VenueProtocol.Resync.Send(var messages) -> {
        outbox.send(messages);
        yield true;
      }
    };
  }

  private void answered(String from, String body) {
    if (open) {
      long now = clock.epochNs();
      parts.recorder().answered(from, now, body);
      intake.accept(new Frame(from, body, now));
    }
  }

  /** What comes over the socket; of one that is given up nothing counts any more. */
  private final class Connection implements VenueSocket.Events {
    @Override
    public void text(VenueSocket from, String text, long epochNs) {
      if (from != socket) {
        return;
      }
      if (!open) {
        opened(from); // the first frame may be told before the handshake's end
      }
      parts.recorder().received(url, epochNs, text);
      intake.accept(new Frame(url, text, epochNs));
      if (protocol.isFarewell(text)) {
        LiveFeed.this.lost(from, "the venue asked to connect anew", 0);
      }
    }

    @Override
    public void tooLarge(VenueSocket from, String head) {
      if (from == socket) {
        intake.tooLarge(head);
      }
    }

    @Override
    public void lost(VenueSocket from, String why) {
      LiveFeed.this.lost(from, why, 0);
    }

    @Override
    public void alive() {
      meter.alive();
    }
  }
}
