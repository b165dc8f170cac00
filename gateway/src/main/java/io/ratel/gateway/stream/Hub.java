package io.ratel.gateway.stream;

import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.Json;
import io.ratel.gateway.operation.RefusedException;
import io.ratel.gateway.topic.Topic;
import io.ratel.gateway.topic.TopicName;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
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

  /** What a number in JavaScript holds exactly. */
  private static final long MAX_EPOCH = 1L << 53;

  private static final long RETRY_NS = 1_000_000_000L;

  private record Timed(long atNs, Runnable task) implements Comparable<Timed> {
    @Override
    public int compareTo(Timed other) {
      return Long.signum(atNs - other.atNs);
    }
  }

  private final BiFunction<TopicName, Runnable, Topic> factory;
  private final int maxTopics;
  private final long graceNs;
  private final Executor loader;
  private final LongSupplier nanos;
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final PriorityQueue<Timed> timed = new PriorityQueue<>();
  private final Map<TopicName, Publication> topics = new HashMap<>();
  private final Outbox outbox = new Outbox();
  private final Thread thread;

  /** By chance, so that no other node or later process has the same one. */
  private final SecureRandom epochs = new SecureRandom();

  private volatile boolean closed;
  private volatile int topicCount;

  /**
   * @param factory makes a topic that reports its changes to the given task
   * @param maxTopics of one socket
   * @param loader runs tasks that may block
   * @param nanos a clock as {@link System#nanoTime}
   */
  Hub(
      BiFunction<TopicName, Runnable, Topic> factory,
      int maxTopics,
      long graceNs,
      Executor loader,
      LongSupplier nanos) {
    this.factory = factory;
    this.maxTopics = maxTopics;
    this.graceNs = graceNs;
    this.loader = loader;
    this.nanos = nanos;
    this.thread = Thread.ofPlatform().name("stream-hub").daemon().unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  int topicCount() {
    return topicCount;
  }

  /** Leaves a task for the hub's thread. */
  void execute(Runnable task) {
    tasks.add(task);
    LockSupport.unpark(thread);
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
    topics.values().forEach(open -> open.topic.close());
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

  /** Subscribes a socket and replies; every topic then starts with a snapshot. */
  void subscribe(Receiver receiver, Map<String, TopicName> names, Reply reply) {
    execute(
        () -> {
          if (admit(receiver, names, reply)) {
            reply(receiver, reply.of("subscribed", List.copyOf(names.keySet())), List.of());
            names.forEach((alias, name) -> begin(receiver, alias, name));
          }
        });
  }

  /** Subscribes a socket where it left: with what it missed if all of that is still here. */
  void recover(
      Receiver receiver,
      Map<String, TopicName> names,
      Map<String, ClientFrame.Point> points,
      Reply reply) {
    execute(
        () -> {
          if (admit(receiver, names, reply)) {
            rejoin(receiver, names, points, reply);
          }
        });
  }

  /** Joins and sends the snapshot; both wait when the socket had one of this topic just now. */
  private void begin(Receiver receiver, String alias, TopicName name) {
    Long last = receiver.began.get(alias);
    long now = nanos.getAsLong();
    boolean joined = receiver.subscriptions.containsKey(alias);
    if (joined || last == null || now - last >= AGAIN_NS) {
      beginNow(receiver, alias, name);
      return;
    }
    Publication awaited = publication(name);
    receiver.subscriptions.put(alias, awaited);
    timed.add(
        new Timed(
            last + AGAIN_NS,
            () -> {
              boolean wanted = receiver.subscriptions.get(alias) == awaited;
              if (wanted && !awaited.readers.contains(new Publication.Reader(receiver, alias))) {
                beginNow(receiver, alias, name);
              }
            }));
  }

  private void beginNow(Receiver receiver, String alias, TopicName name) {
    long now = nanos.getAsLong();
    if (receiver.began.size() > 2 * maxTopics) {
      receiver.began.values().removeIf(at -> now - at >= AGAIN_NS);
    }
    receiver.began.put(alias, now);
    sendSnapshot(receiver, alias, join(receiver, alias, name));
  }

  private void rejoin(
      Receiver receiver,
      Map<String, TopicName> names,
      Map<String, ClientFrame.Point> points,
      Reply reply) {
    Map<String, Boolean> recovered = new LinkedHashMap<>();
    List<Runnable> sends = new ArrayList<>();
    names.forEach(
        (alias, name) -> {
          Publication publication = join(receiver, alias, name);
          ClientFrame.Point point = points.get(alias);
          List<Message> missed = point == null ? null : publication.since(point).orElse(null);
          recovered.put(alias, missed != null);
          if (missed == null) {
            sends.add(() -> sendSnapshot(receiver, alias, publication));
          } else {
            missed.forEach(
                message -> sends.add(() -> outbox.add(receiver, new Out.Update(alias, message))));
          }
        });
    reply(receiver, reply.of("recovered", recovered), List.of());
    sends.forEach(Runnable::run);
  }

  /** Ends subscriptions; nothing of them follows the reply. */
  void unsubscribe(Receiver receiver, List<String> aliases, Reply reply) {
    execute(
        () -> {
          aliases.forEach(alias -> leave(receiver, alias));
          reply(receiver, reply.of("unsubscribed", aliases), aliases);
        });
  }

  /** Sends snapshots of topics whose deltas a socket could not take. */
  void resync(Receiver receiver, List<String> aliases) {
    execute(
        () ->
            aliases.forEach(
                alias -> {
                  Publication publication = receiver.subscriptions.get(alias);
                  if (publication != null) {
                    sendSnapshot(receiver, alias, publication);
                  }
                }));
  }

  /** Forgets a socket. */
  void remove(Receiver receiver) {
    execute(
        () -> {
          receiver.gone = true;
          List.copyOf(receiver.subscriptions.keySet()).forEach(alias -> leave(receiver, alias));
        });
  }

  private boolean admit(Receiver receiver, Map<String, TopicName> names, Reply reply) {
    if (receiver.gone) {
      return false;
    }
    long added =
        names.keySet().stream().filter(alias -> !receiver.subscriptions.containsKey(alias)).count();
    if (receiver.subscriptions.size() + added <= maxTopics) {
      return true;
    }
    RefusedException refused =
        RefusedException.of(
            ErrorCode.TOO_MANY_TOPICS, "a socket may have " + maxTopics + " topics at most");
    reply(receiver, reply.of("error", refused.body(null).error()), List.of());
    return false;
  }

  private void reply(Receiver receiver, Object frame, List<String> left) {
    outbox.add(receiver, new Out.Reply(Json.text(frame), left));
  }

  private Publication publication(TopicName name) {
    Publication publication = topics.get(name);
    return publication == null ? open(name) : publication;
  }

  private Publication join(Receiver receiver, String alias, TopicName name) {
    Publication publication = publication(name);
    publication.readers.add(new Publication.Reader(receiver, alias));
    receiver.subscriptions.put(alias, publication);
    return publication;
  }

  private Publication open(TopicName name) {
    Publication[] self = new Publication[1];
    Topic topic = factory.apply(name, () -> changed(self[0]));
    Publication publication =
        new Publication(topic, epochs.nextLong(1, MAX_EPOCH), nanos.getAsLong() - BATCH_NS);
    self[0] = publication;
    topics.put(name, publication);
    topicCount = topics.size();
    topic.open();
    load(publication);
    return publication;
  }

  private void changed(Publication publication) {
    if (publication.dirty.compareAndSet(false, true)) {
      execute(
          () ->
              timed.add(new Timed(publication.lastSentNs + BATCH_NS, () -> publish(publication))));
    }
  }

  private void sendSnapshot(Receiver receiver, String alias, Publication publication) {
    if (publication.loaded) {
      outbox.add(receiver, new Out.Update(alias, publication.snapshot(nanos.getAsLong())));
    }
  }

  private void leave(Receiver receiver, String alias) {
    Publication publication = receiver.subscriptions.remove(alias);
    if (publication == null) {
      return;
    }
    publication.readers.remove(new Publication.Reader(receiver, alias));
    if (publication.readers.isEmpty()) {
      publication.unreadSinceNs = nanos.getAsLong();
      timed.add(new Timed(nanos.getAsLong() + graceNs, () -> closeIfUnread(publication)));
    }
  }

  private void closeIfUnread(Publication publication) {
    boolean over = nanos.getAsLong() - publication.unreadSinceNs >= graceNs;
    if (publication.readers.isEmpty() && over && !publication.closed) {
      publication.closed = true;
      publication.topic.close();
      topics.remove(publication.topic.name(), publication);
      topicCount = topics.size();
    }
  }

  private void load(Publication publication) {
    publication.loaded = false;
    loader.execute(
        () -> {
          try {
            Runnable install = publication.topic.load();
            execute(() -> installed(publication, install));
          } catch (RuntimeException e) {
            LOG.atWarn()
                .setCause(e)
                .log("topic {} could not be read yet", publication.topic.name().text());
            execute(() -> retry(publication));
          }
        });
  }

  private void retry(Publication publication) {
    if (!publication.closed) {
      timed.add(new Timed(nanos.getAsLong() + RETRY_NS, () -> load(publication)));
    }
  }

  private void installed(Publication publication, Runnable install) {
    if (publication.closed) {
      return;
    }
    install.run();
    publication.loaded = true;
    broadcast(publication, publication.next(true, publication.topic.state()));
    changed(publication);
  }

  private void publish(Publication publication) {
    publication.dirty.set(false);
    if (publication.closed || !publication.loaded) {
      return;
    }
    switch (publication.topic.change()) {
      case Topic.Change.None none -> {}
      case Topic.Change.Delta delta ->
          broadcast(publication, publication.next(false, delta.data()));
      case Topic.Change.Whole whole ->
          broadcast(publication, publication.next(true, publication.topic.state()));
      case Topic.Change.Lost lost -> load(publication);
    }
  }

  private void broadcast(Publication publication, Message message) {
    publication.lastSentNs = nanos.getAsLong();
    for (Publication.Reader reader : publication.readers) {
      outbox.add(reader.receiver(), new Out.Update(reader.alias(), message));
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
