package io.ratel.adapters.aeron;

import io.aeron.Aeron;
import io.aeron.FragmentAssembler;
import io.aeron.Image;
import io.aeron.Subscription;
import io.aeron.archive.client.AeronArchive;
import io.aeron.logbuffer.FragmentHandler;
import io.ratel.exchange.event.EventDecoder;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.agrona.collections.MutableLong;
import org.agrona.collections.MutableReference;
import org.jspecify.annotations.Nullable;

/**
 * What the archive holds of the events. A message never spans two terms, so the start of every term
 * is the start of a block, and a sequence is found by bisecting the terms.
 *
 * @param channels a channel for each replay
 * @param stopPosition where the recording ends; for one that still grows, where it was just now
 */
record StoredEvents(
    AeronArchive archive,
    Supplier<String> channels,
    long recordingId,
    long startPosition,
    long stopPosition,
    int initialTermId) {
  /** A replay subscription of our own, apart from the open-ended replays of readers. */
  private static final int STREAM_ID = 2_002;

  private static final long TIMEOUT_NS = TimeUnit.SECONDS.toNanos(30);

  /** The newest recording of events, null when there is none. */
  static @Nullable StoredEvents find(AeronArchive archive, Supplier<String> channels) {
    MutableReference<StoredEvents> found = new MutableReference<>();
    archive.listRecordingsForUri(
        0,
        Integer.MAX_VALUE,
        "alias=events",
        EventRecording.STREAM_ID,
        (session,
            correlation,
            recording,
            startTime,
            stopTime,
            start,
            stop,
            initialTermId,
            segmentLength,
            termLength,
            mtu,
            sessionId,
            streamId,
            stripped,
            original,
            source) ->
            found.set(new StoredEvents(archive, channels, recording, start, stop, initialTermId)));
    StoredEvents stored = found.get();
    if (stored == null) {
      return null;
    }
    long stop = archive.getMaxRecordedPosition(stored.recordingId());
    return new StoredEvents(
        archive,
        channels,
        stored.recordingId(),
        stored.startPosition(),
        stop,
        stored.initialTermId());
  }

  /** The number of the last event that is wholly there, 0 when none is. */
  long lastSequence() {
    long from = termStart(stopPosition);
    long last = from == stopPosition ? 0 : lastSequence(from);
    while (last == 0 && from > startPosition) {
      from = Math.max(startPosition, from - EventRecording.TERM_LENGTH);
      last = lastSequence(from);
    }
    return last;
  }

  private long lastSequence(long from) {
    EventDecoder decoder = new EventDecoder();
    MutableLong last = new MutableLong();
    read(
        from,
        stopPosition - from,
        (buffer, offset, length, header) ->
            last.set(decoder.firstSequence(buffer, offset) + decoder.count(buffer, offset) - 1));
    return last.get();
  }

  /** The last term start whose first event is numbered {@code sequence} or lower. */
  long positionOf(long sequence) {
    long low = startPosition / EventRecording.TERM_LENGTH;
    long high = Math.max(startPosition, stopPosition - 1) / EventRecording.TERM_LENGTH;
    while (low < high) {
      long middle = (low + high + 1) >>> 1;
      if (firstSequence(middle * EventRecording.TERM_LENGTH) <= sequence) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return Math.max(startPosition, low * EventRecording.TERM_LENGTH);
  }

  private long firstSequence(long from) {
    EventDecoder decoder = new EventDecoder();
    MutableLong first = new MutableLong(Long.MAX_VALUE);
    read(
        from,
        stopPosition - from,
        (buffer, offset, length, header) -> {
          if (first.get() == Long.MAX_VALUE) {
            first.set(decoder.firstSequence(buffer, offset));
          }
        },
        () -> first.get() != Long.MAX_VALUE);
    return first.get();
  }

  private long termStart(long position) {
    return Math.max(startPosition, position - position % EventRecording.TERM_LENGTH);
  }

  private void read(long from, long length, FragmentHandler handler) {
    read(from, length, handler, () -> false);
  }

  /** Replays a stretch until its end or until {@code enough}. */
  private void read(
      long from, long length, FragmentHandler handler, java.util.function.BooleanSupplier enough) {
    FragmentAssembler assembler = new FragmentAssembler(handler);
    try (Subscription replay =
        archive.replay(recordingId, from, length, channels.get(), STREAM_ID)) {
      Aeron aeron = archive.context().aeron();
      long deadline = aeron.context().nanoClock().nanoTime() + TIMEOUT_NS;
      Image image = null;
      while (!enough.getAsBoolean()) {
        if (image == null) {
          image = replay.imageCount() > 0 ? replay.imageAtIndex(0) : null;
        } else if (image.poll(assembler, 64) == 0
            && (image.position() >= from + length || image.isClosed())) {
          return;
        }
        if (aeron.context().nanoClock().nanoTime() > deadline) {
          throw new LogException("the recorded events could not be read back within 30 s");
        }
        Thread.onSpinWait();
      }
    }
  }
}
