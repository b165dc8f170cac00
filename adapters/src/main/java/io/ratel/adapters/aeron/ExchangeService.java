package io.ratel.adapters.aeron;

import io.aeron.ExclusivePublication;
import io.aeron.Image;
import io.aeron.archive.client.AeronArchive;
import io.aeron.cluster.codecs.CloseReason;
import io.aeron.cluster.service.ClientSession;
import io.aeron.cluster.service.Cluster;
import io.aeron.cluster.service.ClusteredService;
import io.aeron.logbuffer.Header;
import io.ratel.exchange.Answer;
import io.ratel.exchange.Exchange;
import io.ratel.exchange.Snapshot;
import io.ratel.exchange.event.EventDecoder;
import io.ratel.exchange.event.EventWriter;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.concurrent.IdleStrategy;
import org.jspecify.annotations.Nullable;

/**
 * The exchange as a replicated service: applies committed commands, records their events, answers
 * their senders. Everything here runs on the service's thread, but the few figures at the end.
 */
final class ExchangeService implements ClusteredService {
  private static final int OFFER_ATTEMPTS = 10_000;
  private static final long POLL_NS = 1_000_000_000;

  private final AeronArchive.Context archiveContext;
  private final Runnable started;
  private final EventWriter events = new EventWriter();
  private final EventDecoder decoder = new EventDecoder();
  private final Answer answer = new Answer();
  private final ExpandableArrayBuffer reply = new ExpandableArrayBuffer(256);
  private final Requests requests = new Requests();
  private Exchange exchange = new Exchange();
  private @Nullable AeronArchive archive;
  private @Nullable EventRecording recording;
  private @Nullable IdleStrategy idle;
  private volatile long commands;
  private volatile long nextDueNs = Long.MAX_VALUE;
  private volatile long sequence;
  private long polledNs;
  private volatile boolean leading;
  private final AtomicReference<@Nullable CompletableFuture<ExchangeNode.State>> stateWanted =
      new AtomicReference<>();

  /**
   * @param started run on the service's thread when it has started the threads that it needs
   */
  ExchangeService(AeronArchive.Context archiveContext, Runnable started) {
    this.archiveContext = archiveContext;
    this.started = started;
  }

  @Override
  public void onStart(Cluster cluster, @Nullable Image snapshotImage) {
    idle = cluster.idleStrategy();
    archive = AeronArchive.connect(archiveContext.clone());
    if (snapshotImage != null) {
      exchange = SnapshotStream.read(snapshotImage, idle);
    }
    EventRecording opened = new EventRecording(archive, idle);
    recording = opened;
    if (opened.recordedSequence() < exchange.sequence()) {
      throw new LogException(
          "the snapshot holds event "
              + exchange.sequence()
              + " but only "
              + opened.recordedSequence()
              + " are recorded: the recording has lost its end, restore it from a replica");
    }
    sequence = exchange.sequence();
    nextDueNs = exchange.nextDueNs();
    started.run();
  }

  @Override
  public void onSessionMessage(
      @Nullable ClientSession session,
      long timestamp,
      DirectBuffer buffer,
      int offset,
      int length,
      Header header) {
    EventRecording to = recording;
    if (to == null) {
      throw new IllegalStateException("a command came before the start");
    }
    requests.forEach(
        buffer,
        offset,
        length,
        header.position(),
        (commandId, correlationId, at, size) -> {
          exchange.apply(commandId, timestamp, buffer, at, size, events, answer);
          if (events.count() > 0) {
            to.record(events, decoder);
          }
          if (session != null) {
            int replyLength = answer.encode(reply, 0, correlationId);
            offer(session, replyLength);
          }
        });
    sequence = exchange.sequence();
    nextDueNs = exchange.nextDueNs();
    commands++; // one writer
  }

  /** A client that does not read its answers loses them; it then asks again by its key. */
  private void offer(ClientSession session, int length) {
    for (int attempt = 0; attempt < OFFER_ATTEMPTS; attempt++) {
      long result = session.offer(reply, 0, length);
      if (result != ExclusivePublication.BACK_PRESSURED
          && result != ExclusivePublication.ADMIN_ACTION) {
        return;
      }
      Thread.onSpinWait();
    }
  }

  @Override
  public void onTakeSnapshot(ExclusivePublication snapshot) {
    EventRecording from = recording;
    IdleStrategy waiting = idle;
    if (from == null || waiting == null) {
      throw new IllegalStateException("a snapshot was asked for before the start");
    }
    from.awaitRecorded();
    SnapshotStream.write(exchange, snapshot, waiting);
  }

  @Override
  public void onRoleChange(Cluster.Role role) {
    EventRecording recorded = recording;
    if (role == Cluster.Role.LEADER
        && recorded != null
        && exchange.sequence() < recorded.recordedSequence()) {
      throw new LogException(
          "the log ends at event "
              + exchange.sequence()
              + " but "
              + recorded.recordedSequence()
              + " are recorded: the log has lost its end, restore it from a replica");
    }
    leading = role == Cluster.Role.LEADER;
  }

  @Override
  public void onSessionOpen(ClientSession session, long timestamp) {}

  @Override
  public void onSessionClose(ClientSession session, long timestamp, CloseReason reason) {}

  @Override
  public void onTimerEvent(long correlationId, long timestamp) {}

  @Override
  public void onTerminate(Cluster cluster) {
    if (recording != null) {
      recording.close();
    }
    if (archive != null) {
      archive.close();
    }
  }

  @Override
  public int doBackgroundWork(long nowNs) {
    AeronArchive session = archive;
    if (session != null && nowNs - polledNs > POLL_NS) {
      polledNs = nowNs;
      session.pollForErrorResponse(); // the archive drops a session whose client never reads
    }
    @Nullable CompletableFuture<ExchangeNode.State> wanted = stateWanted.getAndSet(null);
    if (wanted == null) {
      return 0;
    }
    wanted.complete(new ExchangeNode.State(exchange.sequence(), Snapshot.stateHash(exchange)));
    return 1;
  }

  /** Asks the service's thread where it stands; from any thread. */
  CompletableFuture<ExchangeNode.State> state() {
    CompletableFuture<ExchangeNode.State> fresh = new CompletableFuture<>();
    @Nullable CompletableFuture<ExchangeNode.State> waiting =
        stateWanted.compareAndExchange(null, fresh);
    return waiting == null ? fresh : waiting;
  }

  /** Ingress messages applied since the start, replayed ones included; from any thread. */
  long commands() {
    return commands;
  }

  /**
   * When something is due next, nanoseconds since 1970 UTC; {@link Long#MAX_VALUE} never. From any
   * thread.
   */
  long nextDueNs() {
    return nextDueNs;
  }

  /** The last event made; from any thread. */
  long sequence() {
    return sequence;
  }

  /** Whether this member has applied its log and leads; from any thread. */
  boolean isLeading() {
    return leading;
  }
}
