package io.ratel.adapters.aeron;

import io.aeron.ControlledFragmentAssembler;
import io.aeron.Image;
import io.aeron.Subscription;
import io.aeron.archive.client.AeronArchive;
import io.aeron.logbuffer.ControlledFragmentHandler;
import io.ratel.exchange.EventLog;
import io.ratel.exchange.event.EventDecoder;
import java.util.concurrent.locks.ReentrantLock;
import org.agrona.DirectBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the recorded events of one member's archive: each reader is one open-ended replay that
 * begins at the term in which its first event lies.
 */
public final class RecordedEvents implements EventLog, AutoCloseable {
  private static final int FIRST_STREAM_ID = 2_100;
  private static final int FRAGMENTS = 16;

  private final AeronArchive archive;
  private final WakeGroup wakeGroup;
  private final ReentrantLock lock = new ReentrantLock();
  private int nextStreamId = FIRST_STREAM_ID;

  RecordedEvents(AeronArchive archive, WakeGroup wakeGroup) {
    this.archive = archive;
    this.wakeGroup = wakeGroup;
  }

  @Override
  public Reader follow(long afterSequence) {
    lock.lock(); // the archive's client is for one thread at a time
    try {
      StoredEvents stored = StoredEvents.find(archive);
      if (stored == null) {
        throw new LogException("there is no recording of events yet");
      }
      long from = stored.positionOf(afterSequence + 1);
      Subscription replay =
          archive.replay(
              stored.recordingId(),
              from,
              Long.MAX_VALUE - from,
              "aeron:ipc?term-length=4m|alias=events-reader",
              nextStreamId++);
      return new Replay(replay, wakeGroup.member(10), afterSequence);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    archive.close();
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
