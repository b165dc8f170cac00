package io.ratel.adapters.aeron;

import io.aeron.ControlledFragmentAssembler;
import io.aeron.Image;
import io.aeron.Subscription;
import io.aeron.archive.client.AeronArchive;
import io.aeron.exceptions.AeronException;
import io.aeron.logbuffer.ControlledFragmentHandler;
import io.ratel.adapters.aeron.thread.WakeGroup;
import io.ratel.exchange.EventLog;
import io.ratel.exchange.event.EventDecoder;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.agrona.CloseHelper;
import org.agrona.DirectBuffer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the recorded events of one member's archive: each reader is one open-ended replay that
 * begins at the term in which its first event lies.
 */
public final class RecordedEvents implements EventLog, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RecordedEvents.class);
  private static final int FIRST_STREAM_ID = 2_100;
  private static final int FRAGMENTS = 16;

  private final Supplier<AeronArchive> connect;
  private final WakeGroup wakeGroup;
  private final Supplier<String> channels;
  private final ReentrantLock lock = new ReentrantLock();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("archive-session").factory());
  private @Nullable AeronArchive archive;
  private int nextStreamId = FIRST_STREAM_ID;

  /**
   * @param connect opens a session with the archive; again when a session was lost
   * @param channels a channel for each new replay
   */
  RecordedEvents(Supplier<AeronArchive> connect, WakeGroup wakeGroup, Supplier<String> channels) {
    this.connect = connect;
    this.archive = connect.get();
    this.wakeGroup = wakeGroup;
    this.channels = channels;
    clock.scheduleWithFixedDelay(this::keepAlive, 1, 1, TimeUnit.SECONDS);
  }

  /** The archive drops a session whose client never reads what it is sent. */
  private void keepAlive() {
    lock.lock();
    try {
      if (archive != null) {
        archive.pollForErrorResponse();
      }
    } catch (AeronException e) {
      LOG.atDebug().setCause(e).log("the archive's session is lost, the next reader opens another");
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Reader follow(long afterSequence) {
    lock.lock(); // the archive's client is for one thread at a time
    try {
      AeronArchive known = archive;
      if (known != null) {
        try {
          return open(known, afterSequence);
        } catch (AeronException e) {
          archive = null; // the member has gone, and may be back under a new session
          CloseHelper.quietClose(known);
        }
      }
      AeronArchive fresh = connect.get();
      archive = fresh;
      return open(fresh, afterSequence);
    } catch (AeronException e) {
      throw new LogException("the recorded events cannot be reached: " + e.getMessage(), e);
    } finally {
      lock.unlock();
    }
  }

  private Replay open(AeronArchive from, long afterSequence) {
    StoredEvents stored = StoredEvents.find(from, channels);
    if (stored == null) {
      throw new LogException("there is no recording of events yet");
    }
    long position = stored.positionOf(afterSequence + 1);
    Subscription replay =
        from.replay(
            stored.recordingId(),
            position,
            Long.MAX_VALUE - position,
            channels.get(),
            nextStreamId++);
    return new Replay(replay, wakeGroup.member(10), afterSequence);
  }

  @Override
  public void close() {
    clock.shutdownNow();
    lock.lock();
    try {
      CloseHelper.close(archive);
    } finally {
      lock.unlock();
    }
  }

  private static final class Replay implements Reader {
    private final Subscription subscription;
    private final WakeGroup.Member idle;
    private final EventDecoder decoder = new EventDecoder();
    private final ControlledFragmentAssembler assembler =
        new ControlledFragmentAssembler(
            (buffer, offset, length, header) -> onBlock(buffer, offset));
    private EventHandler handler = (sequence, timestamp, event) -> {};
    private @Nullable Image image;
    private long sequence;
    private int handed;
    private @Nullable RuntimeException fault;

    Replay(Subscription subscription, WakeGroup.Member idle, long sequence) {
      this.subscription = subscription;
      this.idle = idle;
      this.sequence = sequence;
    }

    @Override
    public int poll(EventHandler to, int limit) {
      Image from = image();
      if (from == null) {
        return 0;
      }
      handler = to;
      handed = 0;
      while (handed < limit && fault == null && from.controlledPoll(assembler, FRAGMENTS) > 0) {
        idle.reset();
      }
      RuntimeException thrown = fault;
      if (thrown != null) {
        fault = null;
        throw thrown;
      }
      if (handed == 0 && from.isClosed()) {
        throw new LogException("the replay of the recorded events has ended");
      }
      return handed;
    }

    private @Nullable Image image() {
      if (image == null && subscription.imageCount() > 0) {
        image = subscription.imageAtIndex(0);
      }
      return image;
    }

    /** Aeron would swallow what a handler throws: it is kept, and the block stays unread. */
    private ControlledFragmentHandler.Action onBlock(DirectBuffer buffer, int offset) {
      long first = decoder.firstSequence(buffer, offset);
      long last = first + decoder.count(buffer, offset) - 1;
      if (last <= sequence) {
        return ControlledFragmentHandler.Action.CONTINUE;
      }
      try {
        if (first > sequence + 1) {
          throw new LogException("event " + (sequence + 1) + " is missing before " + first);
        }
        handed += decoder.decode(buffer, offset, sequence, handler);
      } catch (RuntimeException e) {
        fault = e;
        return ControlledFragmentHandler.Action.ABORT;
      }
      sequence = last;
      return ControlledFragmentHandler.Action.CONTINUE;
    }

    @Override
    public void await(long timeoutNs) {
      idle.arm();
      if (!hasMore()) {
        idle.park(timeoutNs);
      }
      idle.reset();
    }

    private boolean hasMore() {
      Image from = image();
      if (from == null || from.isClosed()) {
        return false;
      }
      long position = from.position();
      return from.controlledPeek(
              position,
              (buffer, offset, length, header) -> ControlledFragmentHandler.Action.BREAK,
              position + 64)
          > position;
    }

    @Override
    public void close() {
      idle.close();
      subscription.close();
    }
  }
}
