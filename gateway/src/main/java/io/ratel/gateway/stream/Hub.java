package io.ratel.gateway.stream;

import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.Json;
import io.ratel.gateway.operation.RefusedException;
import io.ratel.gateway.topic.Topic;
import io.ratel.gateway.topic.TopicName;
import io.ratel.gateway.topic.past.Past;
import io.ratel.gateway.topic.pattern.TopicPattern;
import io.ratel.gateway.wire.Times;
import io.ratel.model.instrument.Symbol;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Owns every topic on one thread. Other threads only leave tasks; a socket leaves one at a time and
 * waits for its reply, and a topic leaves one until it is published, so that the queue is bounded
 * by the number of both.
 */
final class Hub implements AutoCloseable {
  /** Changes of a topic leave at most this often. */
  static final long BATCH_NS = 100_000_000L;

  private static final Logger LOG = LoggerFactory.getLogger(Hub.class);

  /** A topic that a socket leaves and takes again starts over at most this often. */
  static final long AGAIN_NS = 500_000_000L;

  /** So many read from the past at once. */
  private static final int MAX_READS = 4;

  /** Where topics come from. */
  interface Source {
    /** A topic that reports its changes to the given task, and is not open yet. */
    Topic make(TopicName name, Runnable onChange);

    /** What a topic of trades or bars had before. */
    default Past past(TopicName name, long fromNs) {
      throw new IllegalArgumentException(name.text());
    }

    /** The markets there are; may block. */
    default Set<Symbol> symbols() {
      return Set.of();
    }
  }

  /**
   * What a socket asks for.
   *
   * @param asked in the client's words
   * @param names by the client's names
   * @param markets what the patterns may mean
   * @param everyNs the least time between two messages of a topic; 0 for each as it comes
   * @param from what was before is wanted from then on
   */
  record Wish(
      List<String> asked,
      Map<String, TopicName> names,
      List<TopicPattern> patterns,
      Set<Symbol> markets,
      long everyNs,
      Optional<Instant> from) {}

  private record Timed(long atNs, Runnable task) implements Comparable<Timed> {
    @Override
    public int compareTo(Timed other) {
      return Long.signum(atNs - other.atNs);
    }
  }

  private final Source source;
  private final int maxTopics;
  private final Executor loader;
  private final LongSupplier nanos;
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final PriorityQueue<Timed> timed = new PriorityQueue<>();
  private final Shelf shelf;
  private final Wildcards wildcards = new Wildcards(this);
  private final Handover.Desk desk = new Handover.Desk(this);
  private final Semaphore reads = new Semaphore(MAX_READS);
  private final Outbox outbox = new Outbox();
  private final Thread thread;
  private volatile boolean closed;

  /**
   * @param maxTopics of one socket
   * @param loader runs tasks that may block
   * @param nanos a clock as {@link System#nanoTime}
   */
  Hub(Source source, int maxTopics, long graceNs, Executor loader, LongSupplier nanos) {
    this.source = source;
    this.maxTopics = maxTopics;
    this.loader = loader;
    this.nanos = nanos;
    this.shelf = new Shelf(this, source, graceNs, loader);
    this.thread = Thread.ofPlatform().name("stream-hub").daemon().unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /** Any thread. */
  int topicCount() {
    return shelf.count();
  }

  int maxTopics() {
    return maxTopics;
  }

  /** The markets that patterns may mean; any thread, may block. */
  Set<Symbol> symbols() {
    return source.symbols();
  }

  /** Leaves a task for the hub's thread. */
  void execute(Runnable task) {
    tasks.add(task);
    LockSupport.unpark(thread);
  }

  /** Does a task later, on the hub's thread; to be called there. */
  void at(long atNs, Runnable task) {
    timed.add(new Timed(atNs, task));
  }

  /** Runs a task that may block, elsewhere. */
  void load(Runnable task) {
    loader.execute(task);
  }

  /** As {@link #load}, a few at a time. */
  void loadHistory(Runnable task) {
    loader.execute(
        () -> {
          reads.acquireUninterruptibly();
          try {
            task.run();
          } finally {
            reads.release();
          }
        });
  }

  long nowNs() {
    return nanos.getAsLong();
  }

  void send(Receiver receiver, Out out) {
    outbox.add(receiver, out);
  }

  /** Says something that was not asked for. */
  void notice(Receiver receiver, Object frame) {
    outbox.add(receiver, new Out.Notice(Json.text(frame)));
  }

  private void run() {
    while (!closed) {
      round(nanos.getAsLong());
      Timed next = timed.peek();
      if (tasks.isEmpty() && !closed) {
        if (next == null) {
          LockSupport.park(this);
        } else {
          LockSupport.parkNanos(this, next.atNs() - nanos.getAsLong());
        }
      }
    }
    shelf.close();
  }

  /** Does what has been left and what is due. */
  void round(long nowNs) {
    for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
      guarded(task);
    }
    for (Timed next = timed.peek(); next != null && next.atNs() - nowNs <= 0; next = timed.peek()) {
      timed.remove();
      guarded(next.task());
    }
    outbox.flush();
  }

  private static void guarded(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      LOG.atError().setCause(e).log("a task of the stream failed");
    }
  }

  /** Subscribes a socket and replies; every topic then starts with what it had and a snapshot. */
  void subscribe(Receiver receiver, Wish wish, Reply reply) {
    execute(
        () -> {
          wildcards.learn(wish.markets());
          Set<String> all = new HashSet<>(wish.names().keySet());
          all.addAll(wildcards.meant(wish.patterns()).keySet());
          if (admit(receiver, all, wish.patterns(), reply)) {
            reply(receiver, reply.of("subscribed", wish.asked()), List.of());
            wish.names()
                .forEach(
                    (alias, name) -> {
                      boolean joined = receiver.subscriptions.containsKey(alias);
                      Subscription entered = enter(receiver, alias, name, wish.everyNs());
                      entered.named = true;
                      begin(entered, joined, () -> start(entered, wish.from(), reply));
                    });
            wish.patterns().forEach(pattern -> wildcards.add(receiver, pattern, wish.everyNs()));
          }
        });
  }

  /** Gives a socket a topic that a pattern of it means. */
  void join(Receiver receiver, Wildcards.Held held, String alias, TopicName name) {
    String pattern = held.pattern.text();
    Subscription before = receiver.subscriptions.get(alias);
    if (before == null) {
      Subscription entered = enter(receiver, alias, name, held.everyNs);
      entered.patterns.add(pattern);
      begin(entered, false, () -> start(entered, Optional.empty(), (verb, value) -> value));
    } else {
      if (!before.patterns.contains(pattern)) {
        before.patterns.add(pattern);
      }
      sendSnapshot(before);
    }
  }

  /** Subscribes a socket where it left: with what it missed if all of that is still here. */
  void recover(
      Receiver receiver,
      Map<String, TopicName> names,
      Map<String, ClientFrame.Point> points,
      long everyNs,
      Reply reply) {
    execute(
        () -> {
          if (admit(receiver, names.keySet(), List.of(), reply)) {
            rejoin(receiver, names, points, everyNs, reply);
          }
        });
  }

  /** A new subscription in the place of what the socket had under this name. */
  private Subscription enter(Receiver receiver, String alias, TopicName name, long everyNs) {
    Subscription entered = new Subscription(receiver, alias, shelf.publication(name), everyNs);
    entered.publication.add(entered);
    Subscription before = receiver.subscriptions.put(alias, entered);
    if (before != null) {
      entered.named = before.named;
      entered.patterns.addAll(before.patterns);
      detach(before);
    }
    return entered;
  }

  /** Starts, which waits when the socket had a snapshot of this topic just now. */
  private void begin(Subscription entered, boolean joined, Runnable start) {
    Map<String, Long> began = entered.receiver.began;
    Long last = began.get(entered.alias);
    long now = nanos.getAsLong();
    if (!joined && last != null && now - last < AGAIN_NS) {
      at(
          last + AGAIN_NS,
          () -> {
            if (entered.receiver.subscriptions.get(entered.alias) == entered) {
              begin(entered, true, start);
            }
          });
      return;
    }
    if (began.size() > 2 * maxTopics) {
      began.values().removeIf(at -> now - at >= AGAIN_NS);
    }
    began.put(entered.alias, now);
    start.run();
  }

  private void start(Subscription entered, Optional<Instant> from, Reply reply) {
    if (from.isEmpty()) {
      entered.publication.follow(entered);
      sendSnapshot(entered);
      return;
    }
    TopicName name = entered.publication.topic.name();
    long asked = Math.max(0, Times.nanos(from.get()));
    long fromNs = name.channel().interval().map(length -> length.floor(asked)).orElse(asked);
    Past past = source.past(name, fromNs);
    Handover handover = new Handover(this, desk, entered, fromNs, past, reply);
    entered.handover = handover;
    desk.enter(handover);
  }

  private void rejoin(
      Receiver receiver,
      Map<String, TopicName> names,
      Map<String, ClientFrame.Point> points,
      long everyNs,
      Reply reply) {
    Map<String, Boolean> recovered = new LinkedHashMap<>();
    List<Runnable> sends = new ArrayList<>();
    names.forEach(
        (alias, name) -> {
          Subscription entered = enter(receiver, alias, name, everyNs);
          Publication publication = entered.publication;
          entered.named = true;
          publication.follow(entered);
          ClientFrame.Point point = points.get(alias);
          List<Message> missed = point == null ? null : publication.since(point).orElse(null);
          recovered.put(alias, missed != null);
          if (missed == null) {
            sends.add(() -> sendSnapshot(entered));
          } else {
            entered.exact = true;
            List<Message> few = everyNs == 0 ? missed : publication.joined(missed);
            few.forEach(message -> sends.add(() -> send(receiver, entered.update(message))));
          }
        });
    reply(receiver, reply.of("recovered", recovered), List.of());
    sends.forEach(Runnable::run);
  }

  /** Ends subscriptions and patterns; nothing of what they alone asked for follows the reply. */
  void unsubscribe(Receiver receiver, List<String> names, Reply reply) {
    execute(
        () -> {
          List<String> left = new ArrayList<>();
          for (String name : names) {
            boolean pattern = wildcards.remove(receiver, name);
            for (Subscription each : List.copyOf(receiver.subscriptions.values())) {
              each.named &= pattern || !each.alias.equals(name);
              each.patterns.remove(name);
              if (!each.named && each.patterns.isEmpty()) {
                leave(each);
                left.add(each.alias);
              }
            }
          }
          reply(receiver, reply.of("unsubscribed", names), left);
        });
  }

  /**
   * Brings a socket up to date that could not take everything.
   *
   * @param missed by name the last message it has
   */
  void resync(Receiver receiver, Map<String, Long> missed) {
    execute(
        () ->
            missed.forEach(
                (alias, offset) -> {
                  Subscription one = receiver.subscriptions.get(alias);
                  if (one != null && one.handover == null) {
                    resync(one, offset);
                  }
                }));
  }

  private void resync(Subscription one, long offset) {
    Publication publication = one.publication;
    List<Message> fill =
        one.exact
            ? publication
                .since(new ClientFrame.Point(publication.epoch(), offset))
                .map(publication::joined)
                .orElse(List.of())
            : List.of();
    if (fill.size() == 1) {
      send(one.receiver, one.update(fill.getFirst(), Out.Way.FILL));
      publication.caughtUp(one);
    } else {
      sendSnapshot(one);
    }
  }

  /** Forgets a socket. */
  void remove(Receiver receiver) {
    execute(
        () -> {
          receiver.gone = true;
          wildcards.remove(receiver);
          List.copyOf(receiver.subscriptions.values()).forEach(this::leave);
        });
  }

  private boolean admit(
      Receiver receiver, Set<String> names, List<TopicPattern> patterns, Reply reply) {
    if (receiver.gone) {
      return false;
    }
    int topics = together(receiver.subscriptions.keySet(), names);
    List<String> texts = patterns.stream().map(TopicPattern::text).toList();
    int held = together(receiver.patterns.keySet(), texts);
    if (topics <= maxTopics && held <= maxTopics) {
      return true;
    }
    RefusedException refused = tooMany(Math.max(topics, held), "these");
    reply(receiver, reply.of("error", refused.body(null).error()), List.of());
    return false;
  }

  private static int together(Set<String> had, Collection<String> more) {
    Set<String> all = new HashSet<>(had);
    all.addAll(more);
    return all.size();
  }

  /** Tells a socket that more topics have come than it may have. */
  void refuse(Receiver receiver, int topics, String with) {
    notice(receiver, Map.of("error", tooMany(topics, with).body(null).error()));
  }

  private RefusedException tooMany(int topics, String with) {
    return RefusedException.of(
        ErrorCode.TOO_MANY_TOPICS,
        "a socket may have %d topics at most, and with %s it would have %d"
            .formatted(maxTopics, with, topics));
  }

  private void reply(Receiver receiver, Object frame, List<String> left) {
    outbox.add(receiver, new Out.Reply(Json.text(frame), left));
  }

  private void sendSnapshot(Subscription to) {
    Publication publication = to.publication;
    if (publication.loaded && to.handover == null) {
      send(to.receiver, to.update(publication.snapshot()));
      publication.caughtUp(to);
    }
  }

  /** Ends a subscription. */
  void leave(Subscription one) {
    one.receiver.subscriptions.remove(one.alias, one);
    detach(one);
    shelf.leave(one.publication);
  }

  private static void detach(Subscription one) {
    one.publication.remove(one);
    Handover handover = one.handover;
    if (handover != null) {
      handover.end();
    }
  }

  /** Stops the thread and closes the topics. */
  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Puts the client's id on the answer to its frame. */
  interface Reply {
    Object of(String verb, Object value);
  }
}
