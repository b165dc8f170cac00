package io.ratel.adapters.aeron;

import io.aeron.FragmentAssembler;
import io.aeron.Image;
import io.aeron.Subscription;
import io.aeron.archive.Archive;
import io.aeron.archive.ArchiveThreadingMode;
import io.aeron.archive.ArchivingMediaDriver;
import io.aeron.archive.checksum.Checksums;
import io.aeron.archive.client.AeronArchive;
import io.aeron.cluster.RecordingLog;
import io.aeron.cluster.client.AeronCluster;
import io.aeron.cluster.codecs.MessageHeaderDecoder;
import io.aeron.cluster.codecs.SessionMessageHeaderDecoder;
import io.aeron.driver.MediaDriver;
import io.aeron.driver.ThreadingMode;
import io.aeron.logbuffer.Header;
import io.ratel.exchange.Answer;
import io.ratel.exchange.Exchange;
import io.ratel.exchange.event.EventWriter;
import java.util.function.LongConsumer;
import org.agrona.DirectBuffer;

/**
 * Applies a log that nobody is running to a fresh exchange, from its first command on. No snapshot
 * and no recorded event is looked at, so what comes out is what the log alone says.
 */
public final class LogReplay {
  private static final int STREAM_ID = 2_020;

  private final Exchange exchange = new Exchange();
  private final EventWriter events = new EventWriter();
  private final Answer answer = new Answer();
  private final Requests requests = new Requests();
  private final MessageHeaderDecoder header = new MessageHeaderDecoder();
  private final SessionMessageHeaderDecoder message = new SessionMessageHeaderDecoder();
  private final long toSequence;
  private final long toTimeNs;
  private boolean reached;

  private LogReplay(long toSequence, long toTimeNs) {
    this.toSequence = toSequence;
    this.toTimeNs = toTimeNs;
  }

  /**
   * Replays the log in a directory that the caller holds exclusively.
   *
   * @param toSequence the last event wanted, or {@link Long#MAX_VALUE}; commands are whole, so the
   *     exchange may stand at a few events more
   * @param toTimeNs no command later than this is applied
   * @param progress hears now and then of the position reached, 0 to 1000
   * @throws LogException when there is no log, or when it is damaged
   */
  public static Exchange replay(
      LogConfig config, long toSequence, long toTimeNs, LongConsumer progress) {
    long recordingId = recording(config);
    AeronFiles.requireSameWire(config);
    AeronFiles.clearMarks(config);
    AeronFiles.verify(config);
    String directory = AeronFiles.driverDirectory(config.directory()) + "-replay";
    LogReplay replay = new LogReplay(toSequence, toTimeNs);
    try (ArchivingMediaDriver driver =
            ArchivingMediaDriver.launch(driver(directory), archive(config, directory));
        AeronArchive archive =
            AeronArchive.connect(
                new AeronArchive.Context()
                    .aeronDirectoryName(directory)
                    .controlRequestChannel("aeron:ipc")
                    .controlResponseChannel("aeron:ipc"))) {
      replay.run(archive, recordingId, progress);
    }
    return replay.exchange;
  }

  private static long recording(LogConfig config) {
    if (!config
        .clusterDirectory()
        .resolve(RecordingLog.RECORDING_LOG_FILE_NAME)
        .toFile()
        .exists()) {
      throw new LogException("there is no log in " + config.directory());
    }
    try (RecordingLog log = new RecordingLog(config.clusterDirectory().toFile(), false)) {
      long recordingId = log.findLastTermRecordingId();
      if (recordingId < 0) {
        throw new LogException("the log in " + config.directory() + " has no recording yet");
      }
      return recordingId;
    }
  }

  private static MediaDriver.Context driver(String directory) {
    return new MediaDriver.Context()
        .aeronDirectoryName(directory)
        .threadingMode(ThreadingMode.SHARED)
        .dirDeleteOnStart(true)
        .dirDeleteOnShutdown(true)
        .warnIfDirectoryExists(false)
        .spiesSimulateConnection(true);
  }

  private static Archive.Context archive(LogConfig config, String directory) {
    return new Archive.Context()
        .aeronDirectoryName(directory)
        .archiveDir(config.archiveDirectory().toFile())
        .threadingMode(ArchiveThreadingMode.SHARED)
        .controlChannel("aeron:udp?endpoint=127.0.0.1:0")
        .localControlChannel("aeron:ipc")
        .replicationChannel("aeron:udp?endpoint=127.0.0.1:0")
        .recordingEventsEnabled(false)
        .segmentFileLength(64 << 20)
        .recordChecksum(Checksums.crc32c())
        .replayChecksum(Checksums.crc32c());
  }

  private void run(AeronArchive archive, long recordingId, LongConsumer progress) {
    long start = archive.getStartPosition(recordingId);
    long stop = archive.getMaxRecordedPosition(recordingId);
    if (stop == start) {
      return;
    }
    FragmentAssembler assembler = new FragmentAssembler(this::onFragment);
    try (Subscription subscription =
        archive.replay(recordingId, start, stop - start, "aeron:ipc?term-length=16m", STREAM_ID)) {
      Image image = null;
      while (!reached) {
        if (image == null) {
          image = subscription.imageCount() > 0 ? subscription.imageAtIndex(0) : null;
          Thread.onSpinWait();
          continue;
        }
        if (image.poll(assembler, 256) == 0) {
          if (image.position() >= stop) {
            return;
          }
          if (image.isClosed()) {
            throw new LogException(
                "the log is damaged after position " + image.position() + " of " + stop);
          }
          Thread.onSpinWait();
        }
        progress.accept(1_000 * (image.position() - start) / (stop - start));
      }
    }
  }

  private void onFragment(DirectBuffer buffer, int offset, int length, Header frame) {
    header.wrap(buffer, offset);
    if (reached
        || header.schemaId() != SessionMessageHeaderDecoder.SCHEMA_ID
        || header.templateId() != SessionMessageHeaderDecoder.TEMPLATE_ID) {
      return;
    }
    message.wrap(
        buffer,
        offset + MessageHeaderDecoder.ENCODED_LENGTH,
        header.blockLength(),
        header.version());
    long timestamp = message.timestamp();
    if (timestamp > toTimeNs) {
      reached = true;
      return;
    }
    requests.forEach(
        buffer,
        offset + AeronCluster.SESSION_HEADER_LENGTH,
        length - AeronCluster.SESSION_HEADER_LENGTH,
        frame.position(),
        (commandId, correlationId, at, size) -> {
          if (exchange.sequence() < toSequence) {
            exchange.apply(commandId, timestamp, buffer, at, size, events, answer);
          }
        });
    reached = exchange.sequence() >= toSequence;
  }
}
