package io.ratel.adapters.venue;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Messages to one venue, within its rate and in their order. On the feed's thread. */
final class Outbox {
  private static final int MAX_WAITING = 10_000;

  private final Deque<String> waiting = new ArrayDeque<>();
  private final TokenBucket bucket;
  private final FeedClock clock;
  private final Executor mailbox;
  private final Consumer<String> socket;
  private boolean alarmed;

  Outbox(VenuePace pace, FeedClock clock, Executor mailbox, Consumer<String> socket) {
    this.bucket = new TokenBucket(pace.messagesPerSecond(), pace.messageBurst(), clock.nanoTime());
    this.clock = clock;
    this.mailbox = mailbox;
    this.socket = socket;
  }

  /** Sends them all now or soon. */
  void send(Collection<String> messages) {
    if (waiting.size() + messages.size() <= MAX_WAITING) {
      waiting.addAll(messages);
      drain();
    }
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  /** Forgets what was to be said on a connection that is lost. */
  void clear() {
    waiting.clear();
  }

  private void drain() {
    while (!waiting.isEmpty()) {
      long left = bucket.take(clock.nanoTime());
      if (left > 0) {
        if (!alarmed) {
          alarmed = true;
          clock.after(left, () -> mailbox.execute(this::wake));
        }
        return;
      }
      socket.accept(waiting.remove());
    }
  }

  private void wake() {
    alarmed = false;
    drain();
  }
}
