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
import io.aeron.driver.MediaDriver;
import io.aeron.driver.ThreadingMode;
import io.ratel.exchange.Exchange;
import java.util.function.LongConsumer;

/**
 * Applies a log that nobody is running to a fresh exchange, from its first command on. No snapshot
 * and no recorded event is looked at, so what comes out is what the log alone says.
 */
public final class LogReplay {
  private static final int STREAM_ID = 2_020;

  private final LoggedCommands commands;

  private LogReplay(long toSequence, long toTimeNs) {
    commands = new LoggedCommands(new Exchange(), toSequence, toTimeNs);
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
    return replay.commands.exchange();
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
    FragmentAssembler assembler = new FragmentAssembler(commands::onMessage);
    try (Subscription subscription =
        archive.replay(recordingId, start, stop - start, "aeron:ipc?term-length=16m", STREAM_ID)) {
      Image image = null;
      while (!commands.reached()) {
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
}
