package io.ratel.adapters.aeron;

import io.aeron.Aeron;
import io.aeron.ChannelUri;
import io.aeron.ChannelUriStringBuilder;
import io.aeron.ExclusivePublication;
import io.aeron.archive.client.AeronArchive;
import io.aeron.archive.codecs.SourceLocation;
import io.aeron.archive.status.RecordingPos;
import io.ratel.exchange.event.EventDecoder;
import io.ratel.exchange.event.EventWriter;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.IdleStrategy;
import org.agrona.concurrent.status.CountersReader;

/**
 * The writing end of the recorded events. Whatever the archive already holds is not written again:
 * after a restart the log is applied from the last snapshot on and makes the same events, of which
 * only those after the last recorded one are offered.
 */
final class EventRecording implements AutoCloseable {
  /** Outside the range that Aeron Cluster uses. */
  static final int STREAM_ID = 2_001;

  static final int TERM_LENGTH = 16 << 20;
  static final String CHANNEL = "aeron:ipc?term-length=16m|mtu=16k|alias=events";

  private final AeronArchive archive;
  private final ExclusivePublication publication;
  private final IdleStrategy idle;
  private final long recordingId;
  private final int positionCounter;
  private final long recordedSequence;
  private long published;

  /** Opens the recording, or extends the one that is there. */
  EventRecording(AeronArchive archive, IdleStrategy idle) {
    this.archive = archive;
    this.idle = idle;
    Aeron aeron = archive.context().aeron();
    StoredEvents stored = StoredEvents.find(archive, () -> "aeron:ipc?alias=events-scan");
    if (stored == null) {
      recordedSequence = 0;
      publication = aeron.addExclusivePublication(CHANNEL, STREAM_ID);
      archive.startRecording(sessionChannel(), STREAM_ID, SourceLocation.LOCAL);
    } else {
      recordedSequence = stored.lastSequence();
      String channel =
          new ChannelUriStringBuilder(CHANNEL)
              .initialPosition(stored.stopPosition(), stored.initialTermId(), TERM_LENGTH)
              .build();
      publication = aeron.addExclusivePublication(channel, STREAM_ID);
      archive.extendRecording(
          stored.recordingId(), sessionChannel(), STREAM_ID, SourceLocation.LOCAL);
    }
    published = recordedSequence;
    CountersReader counters = aeron.countersReader();
    int counter;
    while ((counter = RecordingPos.findCounterIdBySession(counters, publication.sessionId()))
        == CountersReader.NULL_COUNTER_ID) {
      idle.idle();
      archive.checkForErrorResponse();
    }
    positionCounter = counter;
    recordingId = RecordingPos.getRecordingId(counters, counter);
  }

  private String sessionChannel() {
    return ChannelUri.addSessionId(CHANNEL, publication.sessionId());
  }

  /** The last event that the archive held when this was opened. */
  long recordedSequence() {
    return recordedSequence;
  }

  long recordingId() {
    return recordingId;
  }

  /** Offers the finished blocks of a command, unless the archive has them already. */
  void record(EventWriter events, EventDecoder decoder) {
    for (int i = 0; i < events.blocks(); i++) {
      record(events.buffer(), events.blockOffset(i), events.blockLength(i), decoder);
    }
  }

  private void record(DirectBuffer block, int offset, int length, EventDecoder decoder) {
    long first = decoder.firstSequence(block, offset);
    long last = first + decoder.count(block, offset) - 1;
    if (last <= recordedSequence) {
      return;
    }
    if (first != published + 1) {
      throw new LogException(
          "events " + first + " to " + last + " do not follow the recorded event " + published);
    }
    long result;
    while ((result = publication.offer(block, offset, length)) < 0) {
      if (result == ExclusivePublication.CLOSED
          || result == ExclusivePublication.MAX_POSITION_EXCEEDED) {
        throw new LogException("the event recording is closed, code " + result);
      }
      idle.idle();
    }
    published = last;
  }

  /** Waits until the archive has everything that was offered. */
  void awaitRecorded() {
    CountersReader counters = archive.context().aeron().countersReader();
    while (counters.getCounterValue(positionCounter) < publication.position()) {
      if (!RecordingPos.isActive(counters, positionCounter, recordingId)) {
        throw new LogException("the archive has stopped recording events");
      }
      idle.idle();
    }
  }

  @Override
  public void close() {
    publication.close();
  }
}
