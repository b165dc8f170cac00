package io.ratel.adapters.aeron;

import io.aeron.archive.client.AeronArchive;
import io.aeron.cluster.ConsensusModule;
import io.aeron.cluster.service.ClusteredServiceContainer;
import java.util.ArrayList;
import java.util.List;

/**
 * What the archive holds of the log: the commands, and the snapshots of the service.
 *
 * @param recordingId of the commands
 * @param startPosition where the first retained command is
 * @param stopPosition where the recording ends; for one that still grows, where it was just now
 * @param snapshots the recordings of snapshots, newest first
 */
record StoredLog(
    long recordingId, long startPosition, long stopPosition, List<Recording> snapshots) {
  /** A recording that is complete. */
  record Recording(long id, long start, long stop) {}

  /**
   * Looks them up.
   *
   * @throws LogException when there is no log
   */
  static StoredLog find(AeronArchive archive) {
    List<Recording> logs = new ArrayList<>();
    List<Recording> snapshots = new ArrayList<>();
    archive.listRecordings(
        0,
        Integer.MAX_VALUE,
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
            source) -> {
          Recording found = new Recording(recording, start, stop);
          if (streamId == ConsensusModule.Configuration.LOG_STREAM_ID_DEFAULT) {
            logs.add(found);
          } else if (streamId == ClusteredServiceContainer.Configuration.SNAPSHOT_STREAM_ID_DEFAULT
              && stop != AeronArchive.NULL_POSITION) {
            snapshots.add(found);
          }
        });
    if (logs.isEmpty()) {
      throw new LogException("the archive has no log yet");
    }
    Recording log = logs.getLast();
    return new StoredLog(
        log.id(), log.start(), archive.getMaxRecordedPosition(log.id()), snapshots.reversed());
  }
}
